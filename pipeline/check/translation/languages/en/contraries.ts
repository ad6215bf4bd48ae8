import type {Contraries} from '../language.ts'

/** A figure, with its sign of money and a word that rounds it. */
const figure = '(?:by |to )?(?:about |around |nearly |almost |some |another )?[$€£¥₩]?\\d[\\d,.]*'

/** Words that turn a bound round: no more than five, does not take less than ten. */
const plain = "(?<!(?:\\b(?:no|not|never|nor)|n[’']t)\\s(?:\\w+\\s)?)"

/** For so long, which is no bound: over 5 years, the fund shrank. */
const long = '\\d[\\d,.]* (?:more )?(?:second|minute|hour|day|week|month|year|decade)'

/** Of a door or a house, at certain times; what is open until six closes then, and is open but for one day. */
const atTimes =
  '(?= (?:daily|every|all|on|in|to (?:the public|visitors|traffic))\\b|[.;]|$)(?!.*\\b(?:until|till|except|but|not|closed|open|re-?opens?)\\b)'
const stands = '\\b(?:is|are|was|were|be|stays?|stayed|remains?|remained) (?:now |still |also )?'

/** Only words that mean this one thing where they stand: `left` may be gone, `rose` a flower. */
export const englishContraries: Contraries = {
  rise: new RegExp(
    `\\b(?:rose|rises?|rising|increased?|increasing|grew|climbed|soared|surged|jumped) ${figure}`,
    'iu',
  ),
  fall: new RegExp(
    `\\b(?:fell|falls?|falling|dropped|drops?|declined?|decreased?|decreasing|shrank|plunged|slid) ${figure}`,
    'iu',
  ),
  'at least': new RegExp(
    `\\b${plain}(?:more than|over(?! ${long})|above|at least) ${figure}`,
    'iu',
  ),
  'at most': new RegExp(
    `\\b${plain}(?:less than|fewer than|under|below|at most|up to) ${figure}`,
    'iu',
  ),
  'above zero': /\b(?:degrees|°\s?[CF]) above (?:zero|freezing)\b/iu,
  'below zero': /\bminus \d+ ?(?:degrees|°)|\b(?:degrees|°\s?[CF]) below (?:zero|freezing)\b/iu,
  noon: /\b(?:noon|midday)\b/iu,
  midnight: /\bmidnight\b/iu,
  yesterday: /\byesterday\b/iu,
  tomorrow: /\btomorrow\b/iu,
  last: /(?<!\bthe )\blast (?:week|month|year)\b/iu,
  next: /(?<!\bthe )\bnext (?:week|month|year)\b/iu,
  // Not of names: South Korea, North Carolina.
  north: /\b[Nn]orth(?:ern|ward|wards)?\b(?! \p{Lu})/u,
  south: /\b[Ss]outh(?:ern|ward|wards)?\b(?! \p{Lu})/u,
  east: /\b[Ee]ast(?:ern|ward|wards)?\b(?! \p{Lu})/u,
  west: /\b[Ww]est(?:ern|ward|wards)?\b(?! \p{Lu})/u,
  left: /\b(?:(?:on|to) (?:the|its|his|her|your|their) left\b|left[- ](?:hand|side|wing|bank|foot|arm|leg|eye|ear)\b|leftmost\b)/iu,
  right:
    /\b(?:(?:on|to) (?:the|its|his|her|your|their) right\b|right[- ](?:hand|side|wing|bank|foot|arm|leg|eye|ear)\b|rightmost\b)/iu,
  mother: /\bmothers?\b/iu,
  father: /\bfathers?\b/iu,
  son: /\bsons?\b/u,
  daughter: /\bdaughters?\b/iu,
  husband: /\bhusbands?\b/iu,
  wife: /\b(?:wife|wives)\b/iu,
  'before Christ': /\b\d+ B\.?C\b/u,
  'after Christ': /\bA\.?D\.? ?\d|\b\d+ (?:A\.?D|C\.?E)\b/u,
  'first world war': /\b(?:World War (?:I|One)|First World War|WWI)\b/u,
  'second world war': /\b(?:World War (?:II|Two)|Second World War|WWII|WW2)\b/u,
  doubled: /\bdoubl(?:ed|es|ing)\b/iu,
  tripled: /\btripl(?:ed|es|ing)\b/iu,
  weekly: /\b(?:times|once|twice|days|hours) (?:a|per|each|every) week\b/iu,
  monthly: /\b(?:times|once|twice|days|hours) (?:a|per|each|every) month\b/iu,
  yearly: /\b(?:times|once|twice|days|weeks) (?:a|per|each|every) year\b/iu,
  'per hour': /\b(?:miles|(?:kilo)?met(?:er|re)s|km) (?:an|per) hour\b|\bkm\/h\b|\d ?mph\b/iu,
  'per second': /\b(?:miles|(?:kilo)?met(?:er|re)s|km) (?:a|per) second\b|\bm\/s\b/iu,
  open: new RegExp(`${stands}open${atTimes}`, 'iu'),
  closed: new RegExp(`${stands}closed${atTimes}`, 'iu'),
}
