/** Run as a process of its own: takes numbers in the folder it is given and prints them. */
import { takeNumber } from '../../../../src/rehearsal/github/records/files.ts';

const folder = process.argv[2] ?? '';
const numbers = await Promise.all(Array.from({ length: 20 }, () => takeNumber(folder)));
process.stdout.write(JSON.stringify(numbers));
