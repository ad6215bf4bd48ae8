import type {Picture} from '../../model/finding.ts'
import type {PictureReader, Run} from '../../model/run.ts'
import {picturesTold} from '../pictures-told.ts'

/** A picture as the page holds it: its address, or why it is not there. */
export type Shown =
  {readonly uri: string} | {readonly uri: undefined; readonly why: 'gone' | 'left-out'}

/** The pictures of a run by the hash of their bytes, in the order of the findings. */
export type Album = ReadonlyMap<string, Shown & {readonly picture: Picture}>

/** Bytes of pictures one page may hold: beyond it the page would not open, or not be sent. */
const ROOM = 16 * 2 ** 20

/** Takes each picture once, those of the gravest findings first, until the page is full. */
export function albumOf({verdict}: Run, read: PictureReader): Album {
  const album = new Map<string, Shown & {readonly picture: Picture}>()
  let room = ROOM
  for (const picture of picturesTold(verdict.findings)) {
    if (album.has(picture.sha256)) continue
    const bytes = read(picture)
    room -= bytes?.length ?? 0
    if (!bytes) album.set(picture.sha256, {picture, uri: undefined, why: 'gone'})
    else if (room < 0) album.set(picture.sha256, {picture, uri: undefined, why: 'left-out'})
    else album.set(picture.sha256, {picture, uri: dataUri(bytes)})
  }
  return album
}

function dataUri(bytes: Uint8Array): string {
  let binary = ''
  // `String.fromCharCode` takes only so many arguments at a time.
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  }
  return `data:image/png;base64,${btoa(binary)}`
}
