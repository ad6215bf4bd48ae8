/** The address of a file beside the report. */
export function hrefOf(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/')
}
