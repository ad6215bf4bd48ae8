/** What stands behind a figure, and what it makes of it; the first that fits. */
const counters: readonly (readonly [pattern: RegExp, kinds: readonly string[]])[] = [
  [/^(?:\s?%|[\s-]?per\s?cent(?:age)?)[\s-]points?\b/iu, ['points']],
  [/^(?:\s?%|[\s-]?per\s?cent|[\s-]percentage)/iu, ['percent']],
  [/^[\s-]?(?:u\.?s\.?\s)?dollars?\b/iu, ['money:usd']],
  [/^\s?euros?\b/iu, ['money:eur']],
  [/^\s?yen\b/iu, ['money:jpy']],
  [/^\s?yuan\b/iu, ['money:cny']],
  [/^\s?rubles?\b|^\s?roubles?\b/iu, ['money:rub']],
  [
    /^\s?(?:south korean\s)?won\b(?! (?:the|a|an|by|in|at|his|her|their|two|three)\b)/iu,
    ['money:krw'],
  ],
  [/^[\s-]years?[\s-]olds?\b/iu, ['age']],
  [/^[\s-]years?\b/iu, ['years']],
  [/^[\s-]months?\b/iu, ['months']],
  [/^[\s-]weeks?\b/iu, ['weeks']],
  [/^[\s-]days?\b/iu, ['days']],
  [/^[\s-]?(?:hours?|hrs?)\b/iu, ['hours']],
  [/^[\s-]?(?:minutes?|mins?)\b/iu, ['minutes']],
  [/^[\s-]?(?:seconds?|secs?|s)\b/iu, ['seconds']],
  [/^(?::\d\d)?\s?a\.?m\b/iu, ['hour', 'before noon']],
  [/^(?::\d\d)?\s?p\.?m\b/iu, ['hour', 'after noon']],
  [/^\s?(?:°\s?C\b|degrees?\s(?:Celsius|centigrade)\b)/iu, ['unit:celsius']],
  [/^\s?(?:°\s?F\b|degrees?\sFahrenheit\b)/iu, ['unit:fahrenheit']],
  [/^[\s-]?(?:sq\.?|square)[\s-](?:km|kilomet(?:er|re)s?)\b/iu, ['unit:km2']],
  [/^[\s-]?(?:sq\.?|square)[\s-](?:m|met(?:er|re)s?)\b/iu, ['unit:m2']],
  [/^[\s-]?(?:km|kilomet(?:er|re)s?)\b/iu, ['unit:km']],
  [/^[\s-]?(?:kg|kilograms?|kilos?)\b/iu, ['unit:kg']],
  [/^(?:\s?g|[\s-]grams?)\b/u, ['unit:g']],
  [/^[\s-]?(?:cm|centimet(?:er|re)s?)\b/iu, ['unit:cm']],
  [/^[\s-]?(?:mm|millimet(?:er|re)s?)\b/iu, ['unit:mm']],
  [/^[\s-]?(?:m|met(?:er|re)s?)\b/u, ['unit:m']],
  [/^[\s-]?miles?\b/iu, ['unit:mi']],
  [/^[\s-]?(?:ft|feet|foot)\b/iu, ['unit:ft']],
  [/^[\s-]?inch(?:es)?\b/iu, ['unit:in']],
  [/^[\s-]?yards?\b/iu, ['unit:yd']],
  [/^[\s-]?lit(?:er|re)s?\b/iu, ['unit:l']],
  [/^[\s-]?(?:gallons?|gal)\b/iu, ['unit:gal']],
  [/^[\s-]?barrels?\b/iu, ['unit:bbl']],
  [/^[\s-]?(?:ounces?|oz)\b/iu, ['unit:oz']],
  [/^[\s-]?acres?\b/iu, ['unit:acre']],
  [/^[\s-]?(?:ha|hectares?)\b/u, ['unit:ha']],
  [/^[\s-]?(?:lbs?|pounds?)\b/iu, ['unit:lb', 'money:gbp']],
  [/^[\s-]?(?:tonn?es?|tons?)\b/iu, ['unit:t']],
  [/^\s?(?:GB|gigabytes?)\b/iu, ['unit:gb']],
  [/^\s?(?:MB|megabytes?)\b/iu, ['unit:mb']],
  [/^\s?(?:KB|kilobytes?)\b/iu, ['unit:kb']],
  [/^\s?(?:ms|milliseconds?)\b/iu, ['unit:ms']],
]

const signs: readonly (readonly [pattern: RegExp, kinds: readonly string[]])[] = [
  [/\$\s?$/u, ['money:usd']],
  [/€\s?$/u, ['money:eur']],
  [/£\s?$/u, ['money:gbp']],
  [/₩\s?$/u, ['money:krw']],
  [/¥\s?$/u, ['money:jpy', 'money:cny']],
  // 3:12 a.m.
  [/\d:$/u, ['minute']],
  [/\baged?\s$/iu, ['age']],
  [/\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s$/iu, ['day', 'year']],
]

/** What a figure counts in English, by what stands before and behind it. */
export function englishKinds(after: string, before: string): readonly string[] {
  const sign = signs.find(([pattern]) => pattern.test(before))
  const counted = (sign ?? counters.find(([pattern]) => pattern.test(after)))?.[1]
  return counted ?? fates(after, before)
}

const rounding =
  '(?:(?:at least|more than|up to|about|around|nearly|over|some|another|as many as) )?'
const killing = new RegExp(`\\b(?:killed|killing|kills|death toll (?:of|to|at)) ${rounding}$`, 'iu')
const injuring = new RegExp(
  `\\b(?:injured|injuring|injures|wounded|wounding|hurt) ${rounding}$`,
  'iu',
)

/** Whether so many were killed or hurt: 300 soldiers being killed; injuring at least 12. */
function fates(after: string, before: string): readonly string[] {
  // Up to the next figure, clause or other thing that is told.
  const [said = ''] = /^[^\d.,;:!?—]{0,60}/u.exec(after) ?? []
  if (/\bor\b/iu.test(said)) return []
  if (killing.test(before)) return ['killed']
  if (injuring.test(before)) return ['injured']
  const [own = ''] = said.split(/\b(?:and|but|while|who|which|that|after|when|as|if|in|to|for)\b/u)
  const isOf = {
    killed: /\b(?:killed|dead|died|deaths?|slain)\b/iu.test(own),
    injured: /\b(?:injured|wounded|injur(?:y|ies)|hurt)\b/iu.test(own),
  }
  return isOf.killed === isOf.injured ? [] : [isOf.killed ? 'killed' : 'injured']
}
