import {userInfo} from 'node:os'
import {git} from './git.ts'

/** Who is at work in a folder: git's user there, else the system's. */
export async function whoever(folder: string): Promise<string> {
  const asked = await git(folder, 'config', 'user.name').catch(() => undefined)
  return asked?.code === 0 && asked.text !== '' ? asked.text : userInfo().username
}
