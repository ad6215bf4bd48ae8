// `npm run bench:sync`: how well keys, and with them translations, follow their segments when the
// source changes. Generated revisions of real documents, where it is known which block is which;
// then the real revisions, where only text that stands in both says so. `--verbose` lists the
// changed blocks of these beside their predecessors, to be read by a person.
import {added, aligned, documents, measureCarryOver} from './carry-over.ts'

const {revisions, kept, fresh, carried, wrong, regrouped, mistaken, milliseconds} =
  measureCarryOver(20)
console.log(`${revisions} generated revisions of ${documents.size} documents`)
for (const [touch, tally] of kept) console.log(line(`  ${touch}`, tally))
console.log(line('  all that kept the right translation', [...kept.values()].reduce(added)))
console.log(line('  new, and given a new key', fresh))
console.log(line('  wrong carry-overs', {right: wrong, of: carried}))
console.log(line('  merged or split, and known for it', regrouped))
console.log(`  taken for merged or split, and not      ${mistaken}`)
console.log(`  ${(milliseconds / revisions).toFixed(1)} ms each\n`)

let unchanged = {right: 0, of: 0}
let [units, reworded, fresher, gone] = [0, 0, 0, 0]
const verbose = process.argv.includes('--verbose')
for (const [name, news] of documents) {
  const olds = documents.get(name.replace(/(\.mdx?)$/u, '.earlier$1'))
  if (olds === undefined) continue
  const {predecessors: pairs} = aligned(olds, news)
  units += news.length
  gone += olds.length - new Set(pairs.filter((before) => before !== undefined)).size
  for (const [index, {text}] of news.entries()) {
    const before = olds[pairs[index] ?? -1]
    if (olds.some((old) => old.text === text)) {
      unchanged = added(unchanged, {right: Number(before?.text === text), of: 1})
      continue
    }
    if (before === undefined) fresher++
    else reworded++
    if (verbose) console.log(`${name}\n  - ${before?.text ?? ''}\n  + ${text}`)
  }
}
console.log(`real revisions: ${units} units`)
console.log(line('  unchanged, and kept', unchanged))
console.log(`  reworded and kept ${reworded}, new ${fresher}, gone ${gone}`)

function line(what: string, {right, of}: {readonly right: number; readonly of: number}): string {
  return `${what.padEnd(40)} ${((100 * right) / of).toFixed(2).padStart(6)} % (${right} of ${of})`
}
