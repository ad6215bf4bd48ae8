/**
 * Whether a path is meant by a pattern: `*` stands for any run of characters. No regular expression
 * is built from it, so none can be slow.
 */
export function fits(pattern: string, path: string): boolean {
  const [start = '', ...rest] = pattern.split('*')
  const end = rest.pop()
  if (end === undefined) return path === pattern
  if (!path.startsWith(start)) return false
  let from = start.length
  for (const part of rest) {
    const at = path.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return path.length - end.length >= from && path.endsWith(end)
}
