// Holds the lock of a folder until it is killed: `lock.driver.ts FOLDER`.
import {withLock} from '../../pipeline/io/lock.ts'

const [folder = ''] = process.argv.slice(2)
await withLock(folder, () => {
  console.log('held')
  return new Promise((resolve) => setTimeout(resolve, 60_000))
})
