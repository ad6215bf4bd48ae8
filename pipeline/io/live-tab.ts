import type {Buffer} from 'node:buffer'
import type {Declaration, Look} from '../model/declaration.ts'
import type {Rows} from '../model/hands.ts'
import type {Preparation} from '../model/preparation.ts'
import type {LoadLog} from '../model/tab.ts'
import type {View} from '../model/view.ts'
import type {Taken} from './act.ts'
import type {Deadline} from './deadline.ts'
import type {Frame} from './frames.ts'
import type {Guard} from './guard.ts'
import type {LiveHands} from './hands.ts'
import type {Answer} from './traffic.ts'
import type {World} from './world.ts'

/** Where a page is, and what it is: the hash of all that it can load. */
export interface Address {
  readonly url: string
  readonly hash: string
  /** What is done with it whenever it was loaded. */
  readonly preparation?: Preparation | undefined
}

/** A tab that is kept and shows one page after the other. */
export interface LiveTab {
  /**
   * Loads a page and waits until it is ready: loaded, fonts there, no request pending, two frames. One
   * that is shown already is given another window instead, where that comes to the same.
   */
  load(page: Address, view: View, answer: Answer, deadline: Deadline): Promise<LoadLog>
  /** Waits until nothing in the page changes it any more, as after it was loaded. */
  rest(deadline: Deadline): Promise<unknown>
  /** What it shows is not the page any more: it is loaded anew when it is asked for again. */
  spoil(): void
  /** Pictures that were asked for while the page was prepared. */
  taken(): readonly Taken[]
  /** Shows the page that is loaded in another colour scheme. */
  scheme(scheme: View['scheme'], deadline: Deadline): Promise<void>
  /** The page's isolated world, for as long as the page may take. */
  world(deadline: Deadline): World
  /** Work in the page that may be late. */
  bounded: Guard['bounded']
  /** The frames within the page. */
  frames(deadline: Deadline): Promise<readonly Frame[]>
  /** A PNG of the whole page, without what these selectors cover. */
  screenshot(masks: readonly string[], deadline: Deadline): Promise<Buffer>
  /** What style sheets say of an element of the page that is loaded. */
  declared(
    selector: string,
    looks: readonly Look[],
    deadline: Deadline,
  ): Promise<readonly Declaration[]>
  /** A PNG of these rows of the page, and a few around them; where it begins. */
  rows(rows: Rows, deadline: Deadline): Promise<{readonly png: Buffer; readonly top: number}>
  /** A PDF of the whole document, tagged, with its headings as outline. */
  print(deadline: Deadline): Promise<Buffer>
  /** What a probe may do to the page that is loaded, until it is restored. */
  hands(view: View, deadline: Deadline): LiveHands
  /** Why it can no longer be used: it hangs, has crashed, or is somewhere else. */
  lost(): Error | undefined
  close(): Promise<void>
}
