import type {Finding} from '../../model/finding.ts'

/**
 * Pages that stand where an article was, and say that it has moved or is gone, are not the ones that
 * were approved there: nobody has approved how they look, and no withdrawal waits for that. What
 * changed on them for a cause that other pages share is told as it is.
 *
 * @param left the paths of such pages
 */
export function onLeftAddresses(
  findings: readonly Finding[],
  left: ReadonlySet<string>,
): readonly Finding[] {
  return findings.map((finding) => {
    const {message, place, pages = [place], pictures = []} = finding
    const key = unapproved.get(message.key)
    if (key === undefined || !pages.every(({file}) => left.has(file))) return finding
    const {changes: _, expected: _was, actual: _is, ...rest} = finding
    return {
      ...rest,
      severity: 'warning',
      message: {...message, key},
      pictures: pictures.filter(({label}) => label === 'current'),
    }
  })
}

/** That a page changed → that nobody has approved it. */
const unapproved: ReadonlyMap<string, string> = new Map([
  ['visual/baseline', 'visual/baseline/none'],
  ['visual/baseline/shared', 'visual/baseline/none/shared'],
  ['visual/baseline/unexplained', 'visual/baseline/none'],
])
