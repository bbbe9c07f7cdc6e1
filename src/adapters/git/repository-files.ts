import { devNull } from 'node:os';

/**
 * A fresh bare repository. No hook, no filter and no clean-up ever runs, files are checked out byte for byte, and
 * the remote's address, which may hold a password, is not on any command line.
 */
export function repositoryFiles(remote: string): ReadonlyMap<string, string> {
  return new Map([
    ['HEAD', 'ref: refs/heads/none\n'],
    ['config', configText(remote)],
    ['info/attributes', '* -text !eol -filter -ident -working-tree-encoding !diff !merge\n'],
  ]);
}

function configText(remote: string): string {
  return `[core]
	repositoryformatversion = 0
	bare = true
	fileMode = true
	symlinks = false
	autocrlf = false
	hooksPath = ${devNull}
	attributesFile = ${devNull}
	excludesFile = ${devNull}
	quotePath = false
	logAllRefUpdates = false
	fsync = none
[gc]
	auto = 0
[maintenance]
	auto = false
[fetch]
	unpackLimit = 1
	writeCommitGraph = false
[fastimport]
	unpackLimit = 0
[push]
	followTags = false
	gpgSign = false
	pushOption =
	recurseSubmodules = no
[submodule]
	recurse = false
[checkout]
	workers = 0
[remote "origin"]
	url = ${quoted(remote)}
`;
}

function quoted(value: string): string {
  if (/[\n\0]/.test(value)) throw new Error('The address of the remote holds a line break.');
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
