import {plainText} from '../markdown/plain.ts'
import {misread} from './mojibake.ts'
import type {Suspicion} from './slip.ts'

/** UTF-8 that was read as Windows-1252: `â€™`. */
export const mojibake: Suspicion = (text) => [
  ...misread(text).map(({index, found, meant}) => ({
    variant: 'mojibake' as const,
    index,
    found,
    suggestion: meant,
  })),
  // The last byte of `”` is none in Windows-1252, and many programs drop it.
  ...[...text.matchAll(/â€(?=[\s.,;:!?)]|$)/g)].map(({0: found, index}) => ({
    variant: 'mojibake' as const,
    index,
    found,
    suggestion: '”',
  })),
]

/** Character references of HTML that nobody decoded: `AT&amp;T`. */
export const entities: Suspicion = (text) =>
  [...text.matchAll(/&(?:[a-z][a-z0-9]{1,30}|#\d{1,7}|#x[0-9a-f]{1,6});/gi)].flatMap(
    ({0: found, index}) => {
      const meant = plainText(found)
      return meant === found
        ? []
        : [{variant: 'entity', index, found, suggestion: meant === '' ? ' ' : meant}]
    },
  )

/** Tags of HTML that nobody took away: `<br>`. */
export const html: Suspicion = (text) =>
  [...text.matchAll(/<\/?[a-z][a-z0-9-]{0,20}(?:\s[^<>]{0,300})?\/?>/gi)].map(
    ({0: found, index}) => ({variant: 'html', index, found, suggestion: undefined}),
  )
