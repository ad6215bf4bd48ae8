/**
 * One line that cannot steer a terminal or turn its text around: control characters and
 * directional marks from articles and pages become spaces.
 */
export function clean(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/ +/g, ' ')
    .trim()
}
