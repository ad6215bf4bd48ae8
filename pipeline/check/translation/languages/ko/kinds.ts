/** What stands behind a figure, and what it makes of it; the first that fits. */
const counters: readonly (readonly [pattern: RegExp, kinds: readonly string[]])[] = [
  [/^\s?(?:%\s?p(?![a-z])|(?:%|퍼센트)\s?포인트)/iu, ['points']],
  [/^\s?(?:%|퍼센트|프로(?![가-힣]))/u, ['percent']],
  [/^\s?(?:여\s?)?(?:미국\s?)?달러/u, ['money:usd']],
  [/^\s?(?:여\s?)?유로/u, ['money:eur']],
  [/^\s?(?:여\s?)?엔(?![가-힣]{2})/u, ['money:jpy']],
  [/^\s?(?:여\s?)?위안/u, ['money:cny']],
  [/^\s?(?:여\s?)?파운드/u, ['money:gbp', 'unit:lb']],
  [/^\s?(?:여\s?)?루블/u, ['money:rub']],
  [/^\s?(?:여\s?)?원(?![가-힣]{2})/u, ['money:krw']],
  [/^\s?(?:세|살)(?![가-힣]{2})/u, ['age']],
  [/^\s?개월/u, ['months']],
  [/^\s?년/u, ['year', 'years']],
  [/^\s?월/u, ['month']],
  [/^\s?일(?!\s?째|\s?간|[가-힣]{2})/u, ['day', 'days']],
  [/^\s?일/u, ['days', 'day']],
  [/^\s?시간/u, ['hours']],
  [/^\s?시(?![가-힣]{2})/u, ['hour']],
  [/^\s?분(?:\s|간|[을이은에의동])/u, ['minutes', 'minute']],
  [/^\s?초(?:\s|간|[를가는에의동])/u, ['seconds']],
  [/^\s?주(?:\s|간|일)/u, ['weeks']],
  [/^\s?(?:km²|㎢|제곱\s?킬로미터|평방\s?킬로미터)/u, ['unit:km2']],
  [/^\s?(?:m²|㎡|제곱\s?미터|평방\s?미터)/u, ['unit:m2']],
  [/^\s?(?:km|㎞|킬로미터)/u, ['unit:km']],
  [/^\s?(?:kg|㎏|킬로그램)/u, ['unit:kg']],
  [/^\s?(?:g(?![a-zA-Z])|그램)/u, ['unit:g']],
  [/^\s?(?:cm|㎝|센티미터)/u, ['unit:cm']],
  [/^\s?(?:mm|㎜|밀리미터)/u, ['unit:mm']],
  [/^\s?(?:m(?![a-zA-Z])|미터)/u, ['unit:m']],
  [/^\s?마일/u, ['unit:mi']],
  [/^\s?피트/u, ['unit:ft']],
  [/^\s?인치/u, ['unit:in']],
  [/^\s?야드/u, ['unit:yd']],
  [/^\s?(?:리터|ℓ)/u, ['unit:l']],
  [/^\s?갤런/u, ['unit:gal']],
  [/^\s?배럴/u, ['unit:bbl']],
  [/^\s?온스/u, ['unit:oz']],
  [/^\s?에이커/u, ['unit:acre']],
  [/^\s?(?:ha(?![a-zA-Z])|헥타르)/u, ['unit:ha']],
  [/^\s?(?:톤|t(?![a-zA-Z]))/u, ['unit:t']],
  [/^\s?(?:GB|기가바이트)/u, ['unit:gb']],
  [/^\s?(?:MB|메가바이트)/u, ['unit:mb']],
  [/^\s?(?:KB|kB|킬로바이트)/u, ['unit:kb']],
  [/^\s?(?:ms|밀리초)/u, ['unit:ms']],
]

/** What a figure counts in Korean, by what stands behind and before it. */
export function koreanKinds(after: string, before: string): readonly string[] {
  const scale =
    /(섭씨|화씨)\s?(?:영하\s?)?$/u.exec(before)?.[1] ?? /^\s?(?:℃|°C|℉|°F)/u.exec(after)?.[0]
  if (scale !== undefined) return [/섭씨|℃|C/u.test(scale) ? 'unit:celsius' : 'unit:fahrenheit']
  const unit = /^(?:여|만)?\s?/u.exec(after)?.[0] ?? ''
  const found =
    counters.find(([pattern]) => pattern.test(after)) ??
    counters.find(([pattern]) => pattern.test(after.slice(unit.length)))
  if (found !== undefined) return found[1]
  if (/(?:US)?\$\s?$/u.test(before)) return ['money:usd']
  return /€\s?$/u.test(before) ? ['money:eur'] : fates(after, before)
}

/** Whether so many were killed or hurt: 300명이 숨지고, 부상자는 약 12명. */
function fates(after: string, before: string): readonly string[] {
  const said =
    /^\s?(?:여\s?)?명(?:가량|정도|여|쯤)?[이은을의]?(?= ?[가-힣])(?:[^\d.,;:!?]{0,25})/u.exec(after)
  if (said === null || /거나|또는|사상/u.test(said[0])) return []
  if (/(?:사망자|희생자)(?:[는가]|\s?수[는가])?\s(?:약\s|최소\s|모두\s)?$/u.test(before))
    return ['killed']
  if (/부상자(?:[는가]|\s?수[는가])?\s(?:약\s|최소\s|모두\s)?$/u.test(before)) return ['injured']
  const isOf = {
    killed: /숨지|숨졌|숨진|숨져|사망|죽|목숨을 잃|전사/u.test(said[0]),
    injured: /다치|다쳤|다친|다쳐|부상|중상|경상/u.test(said[0]),
  }
  return isOf.killed === isOf.injured ? [] : [isOf.killed ? 'killed' : 'injured']
}
