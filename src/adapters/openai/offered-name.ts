/** Marks of the model's own format stay on some names: `read_file<|channel|>commentary`, `functions.read_file:0`. */
export function offeredName(name: string, names: readonly string[]): string {
  if (names.includes(name)) return name;
  const bare = name.replace(/<\|[\s\S]*$/, '').trim();
  const tries = [bare, bare.replace(/:\d+$/, ''), bare.replace(/^[\w-]+[.:/]/, '').replace(/:\d+$/, '')];
  return tries.find((each) => names.includes(each)) ?? name;
}
