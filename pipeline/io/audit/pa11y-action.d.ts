declare module 'pa11y/lib/action.js' {
  /** Does what an action's text says, with the methods of a page. */
  export default function runAction(
    browser: object,
    page: object,
    options: {readonly log: {debug(message: string): void}},
    text: string,
  ): Promise<void>
  export function isValidAction(text: string): boolean
}
