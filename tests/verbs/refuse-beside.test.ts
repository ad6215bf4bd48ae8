import {expect, test} from 'vitest'
import {main} from '../../pipeline/cli.ts'
import {desk, publicationJson} from './desk.ts'

test.each([
  ['check --pseudo --fix', '--fix does not go with --pseudo.'],
  ['check --pseudo --report sarif=galley.sarif', '--report does not go with --pseudo.'],
  ['check --pseudo --ratchet known.json', '--ratchet does not go with --pseudo.'],
  ['audit public --record --changed --ratchet known.json', '--changed does not go with --record.'],
  ['audit public --record --shard 1/2', '--shard does not go with --record.'],
  ['audit one/results.json --merge --approve', '--approve does not go with --merge.'],
  ['audit one/results.json --merge --mask .clock', '--mask does not go with --merge.'],
  ['audit public --baselines looks --approve --serve', '--serve does not go with --approve.'],
  ['audit --merge', 'Nothing is named that --merge is to join.'],
  ['approve --reject --reason no --serve', '--serve does not go with --reject.'],
])('galley %s: what would be left unheeded is refused', async (words, message) => {
  const {root} = desk({'publication.json': publicationJson()})
  await expect(main([...words.split(' '), '--publication', root])).rejects.toMatchObject({
    code: 'usage',
    message,
  })
})
