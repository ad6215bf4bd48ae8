import type {LastSound} from './last-sound.ts'

type Final = LastSound['final']

function table(finals: readonly (readonly [Final, string])[]): ReadonlyMap<string, Final> {
  return new Map(finals.flatMap(([final, list]) => list.split(' ').map((word) => [word, final])))
}

/**
 * Readings that spelling does not show, as Korean print writes them: names of companies and
 * products, and acronyms read as words. In lower case.
 */
export const words = table([
  ['none', 'nato nasa unesco unicef fifa uefa thaad covid aids sars mers'],
  ['none', 'youtube nike adobe reuters yahoo kakao windows microsoft spotify tesla nvidia'],
  [
    'none',
    'firefox safari ubuntu toyota sony twitter uber wikipedia android ipad ikea itunes hub github',
  ],
  ['rieul', 'google apple oracle intel shell dell vercel excel gmail email pixel signal mobile'],
  ['rieul', 'nobel brazil interpol'],
  ['other', 'opec asean facebook instagram telegram slack reddit tiktok whatsapp amazon chrome'],
  ['other', 'iphone linkedin samsung bitcoin python json zoom sim ram rom lan wlan pin web net'],
  ['other', 'club job app pub startup pentagon boeing'],
])

/** Units after a figure: 5km 킬로미터, 5kg 킬로그램. */
export const units = table([
  ['none', 'm km cm mm L l ml GB MB KB TB Hz kHz MHz GHz W kW MW V A ha'],
  ['other', 'g kg mg t'],
])
