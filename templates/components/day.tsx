import type {Day as DayView, SiteKey, Words} from '../view.ts'

interface Dated {
  readonly day: DayView
  readonly words: Words
  /** A sentence with `{{date}}` in it; the date alone where there is none. */
  readonly k?: SiteKey
}

/** A date in the reader's form, and in the machine's. */
export function Day({day, words, k}: Dated) {
  const time = day.iso === undefined ? day.text : <time dateTime={day.iso}>{day.text}</time>
  if (k === undefined) return <>{time}</>
  const sentence = words.say(k, {date: day.text})
  const at = sentence.indexOf(day.text)
  const language = words.languageOf(k)
  const whole = (
    <>
      {sentence.slice(0, at)}
      {time}
      {sentence.slice(at + day.text.length)}
    </>
  )
  return language === words.locale ? whole : <span lang={language}>{whole}</span>
}
