import type {View} from '../model/view.ts'
import type {BrowserCheck} from './check.ts'

/** Whether a browser check is due in this view: in every one, or in the first of its viewport. */
export function isDue({every}: BrowserCheck, view: View, views: readonly View[]): boolean {
  if (every === 'view') return true
  const first = views.find(({width, height}) => width === view.width && height === view.height)
  return first?.name === view.name
}
