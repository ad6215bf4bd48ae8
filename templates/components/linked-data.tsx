import type {SafeJson} from '../view.ts'

/** Data for machines. It is no script: nothing runs it, and no policy needs to allow it. */
export function LinkedData({json}: {readonly json: SafeJson}) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{__html: json}} />
}
