/**
 * The tool that a model means. Marks of its own format stay on some names, as in `read_file<|channel|>commentary` and
 * `functions.read_file:0`, and others are spelled in its own way, as in `readFile` and `read-file()`.
 */
export function offeredName(name: string, names: readonly string[]): string {
  if (names.includes(name)) return name;
  const bare = name.replace(/<\|[\s\S]*$/, '').trim();
  const tries = [bare, bare.replace(/:\d+$/, ''), bare.replace(/^[\w-]+[.:/]/, '').replace(/:\d+$/, '')];
  const meant = tries.find((each) => names.includes(each)) ?? tries.flatMap((each) => alike(each, names))[0];
  return meant ?? name;
}

/** Those that differ in capitals and signs alone, where it is one. */
function alike(name: string, names: readonly string[]): readonly string[] {
  const letters = lettersOf(name);
  const found = names.filter((each) => lettersOf(each) === letters);
  return found.length === 1 ? found : [];
}

function lettersOf(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9]/g, '').toLowerCase();
}
