/**
 * What pages of one series have in common in their paths: the pages of a long list, and a page in
 * each version of what it documents.
 */
export function seriesOf(path: string): string {
  return path
    .replace(/(^|\/)index\.html$|\.html?$/, '')
    .replace(/[?&](page|p)=\d+/g, '')
    .split('/')
    .map((part) => part.replace(/[-_]?\b(page|p)[-_]?\d+$/i, ''))
    .filter((part) => part !== '' && !isNumber.test(part) && !isVersion.test(part))
    .filter((part, index, parts) => index < parts.length - 1 || part !== 'page')
    .join('/')
}

const isNumber = /^[1-9]\d{0,2}$/
const isVersion =
  /^v?\d+(\.\d+)+$|^v\d+$|edition|version|^(latest|stable|next|current|dev|main|master|nightly)$/i
