/** Whether a path is meant by a pattern: `*` stands for any characters. */
export function fits(pattern: string, path: string): boolean {
  const parts = pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('.*')}$`, 's').test(path)
}
