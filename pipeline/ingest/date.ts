import {isDay} from '../model/day.ts'

/** Whether a text is a date as ISO 8601 writes it: a day, or a moment with its offset. */
export function isDate(value: string): boolean {
  return (
    isDay(value.slice(0, 10)) &&
    /^.{10}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  )
}
