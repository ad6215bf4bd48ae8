/** The day of a moment in a time zone, ISO 8601. Swedish writes dates so. */
export function dayIn(timeZone: string, now: Date): string {
  return new Intl.DateTimeFormat('sv', {timeZone}).format(now)
}
