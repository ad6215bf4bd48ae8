import type {Day as DayView, SiteKey, Words} from '../view.ts'

interface Dated {
  readonly day: DayView
  readonly words: Words
  /** A sentence with `{{date}}` in it; the date alone where there is none. */
  readonly k?: SiteKey
}

/** A date in the reader's form, and in the machine's; in a sentence nobody has translated it is still the page's own. */
export function Day({day, words, k}: Dated) {
  const language = k === undefined ? words.locale : words.languageOf(k)
  const isForeign = language !== words.locale
  const time =
    day.iso === undefined ? (
      day.text
    ) : (
      <time dateTime={day.iso} lang={isForeign ? words.locale : undefined}>
        {day.text}
      </time>
    )
  if (k === undefined) return <>{time}</>
  const sentence = words.say(k, {date: day.text})
  const at = sentence.indexOf(day.text)
  const whole = (
    <>
      {sentence.slice(0, at)}
      {time}
      {sentence.slice(at + day.text.length)}
    </>
  )
  return isForeign ? <span lang={language}>{whole}</span> : whole
}
