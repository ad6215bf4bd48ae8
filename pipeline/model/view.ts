/** One way of looking at a page: a viewport and a colour scheme. */
export interface View {
  /** `phone-light`, `phone-dark`, `desktop-light`, `desktop-dark`. */
  readonly name: string
  /** CSS pixels. */
  readonly width: number
  readonly height: number
  readonly scheme: 'light' | 'dark'
}
