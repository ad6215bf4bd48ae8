import {isDay} from '../model/day.ts'

/** Whether a text is a date as ISO 8601 writes it: a day, or a moment with its offset. */
export function isDate(value: string): boolean {
  return (
    isDay(value.slice(0, 10)) &&
    /^.{10}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  )
}

/** When a day or a moment has come at the earliest, wherever that is: days begin fourteen hours before Greenwich's. */
export function earliest(time: string): number {
  const from = time.includes('T') ? Date.parse(time) : Date.parse(time) - 14 * 3_600_000
  return Number.isNaN(from) ? -Infinity : from
}
