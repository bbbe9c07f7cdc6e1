const MIB = 1024 * 1024;
const GIB = 1024 * MIB;

/** Bytes that a command can write into its own `/tmp`, where its home is, into a copy of the files, and share between processes. */
export const SCRATCH_BYTES = { tmp: 2 * GIB, copy: 2 * GIB, shared: 256 * MIB } as const;

/** Of one process each; of the last, all of the sandbox together. */
const FILE_BYTES = 2 * GIB;
const DATA_BYTES = 4 * GIB;
const OPEN_FILES = 8_192;
const PROCESSES = 1_024;

/**
 * A line of the shell that lowers what it and all its children may use. Where the machine allows less already, that stays.
 * Shells disagree about the letter of the limit for processes, so both are tried.
 */
export const LIMITS_LINE = [
  'ulimit -c 0',
  `ulimit -f ${FILE_BYTES / 512}`,
  `ulimit -d ${DATA_BYTES / 1024}`,
  `ulimit -n ${OPEN_FILES}`,
  `ulimit -u ${PROCESSES}`,
  `ulimit -p ${PROCESSES}`,
]
  .map((limit) => `${limit} 2>/dev/null`)
  .join('; ');
