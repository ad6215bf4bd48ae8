// Runs until it is stopped, and closes for a moment: `stoppable.driver.ts`.
import {setTimeout as wait} from 'node:timers/promises'
import {stoppable} from '../../pipeline/verbs/stoppable.ts'

const close = async () => {
  await wait(50)
  console.log('closed')
}
const stop = async () => {
  await wait(50)
  return 'Nothing was released'
}
stoppable({tell: (text) => console.log(text)}, {clear: () => '', close, stop})
console.log('running')
await wait(60_000)
