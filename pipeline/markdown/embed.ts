import type {Link, Paragraph} from 'mdast'

/** What newsrooms set into an article from elsewhere. */
export type EmbedKind = 'video' | 'post' | 'audio' | 'map'

/** Something that lies on another site, and is not loaded from there. */
export interface Embed {
  readonly kind: EmbedKind
  /** Where it lies, as readers know it: `YouTube`. */
  readonly source: string
  readonly url: string
}

/** Host, path and what of it: a page that shows one thing, never a whole channel or profile. */
const places: readonly (readonly [EmbedKind, string, RegExp, RegExp])[] = [
  [
    'video',
    'YouTube',
    /^(?:(?:www|m)\.)?youtube(?:-nocookie)?\.com$/u,
    /^\/watch\?(?:.*&)?v=[\w-]/u,
  ],
  [
    'video',
    'YouTube',
    /^(?:(?:www|m)\.)?youtube(?:-nocookie)?\.com$/u,
    /^\/(?:shorts|live|embed)\/[\w-]/u,
  ],
  ['video', 'YouTube', /^youtu\.be$/u, /^\/[\w-]{6,}/u],
  ['video', 'Vimeo', /^(?:www\.|player\.)?vimeo\.com$/u, /^\/(?:video\/)?\d+/u],
  ['video', 'Dailymotion', /^(?:www\.)?dailymotion\.com$/u, /^\/(?:embed\/)?video\/\w/u],
  ['video', 'TikTok', /^(?:www\.)?tiktok\.com$/u, /^\/@[^/]+\/video\/\d/u],
  ['video', 'Naver TV', /^tv\.naver\.com$/u, /^\/(?:v|h)\/\d/u],
  ['post', 'X', /^(?:(?:www|mobile)\.)?(?:x|twitter)\.com$/u, /^\/\w+\/status\/\d/u],
  ['post', 'Bluesky', /^bsky\.app$/u, /^\/profile\/[^/]+\/post\/\w/u],
  ['post', 'Threads', /^(?:www\.)?threads\.(?:net|com)$/u, /^\/@[^/]+\/post\/\w/u],
  ['post', 'Instagram', /^(?:www\.)?instagram\.com$/u, /^\/(?:[\w.]+\/)?(?:p|reel)\/\w/u],
  ['post', 'Facebook', /^(?:(?:www|m)\.)?facebook\.com$/u, /^\/[^/]+\/(?:posts|videos)\/\w/u],
  [
    'audio',
    'Spotify',
    /^open\.spotify\.com$/u,
    /^\/(?:intl-\w+\/)?(?:embed\/)?(?:episode|show|track)\/\w/u,
  ],
  ['audio', 'Apple Podcasts', /^(?:embed\.)?podcasts\.apple\.com$/u, /^\/(?:\w+\/)?podcast\//u],
  ['audio', 'SoundCloud', /^(?:www\.)?soundcloud\.com$/u, /^\/[^/]+\/[^/]+/u],
  [
    'map',
    'OpenStreetMap',
    /^(?:www\.)?openstreetmap\.org$/u,
    /^\/(?:(?:node|way|relation)\/\d|export\/embed|(?:.*)[?#&](?:map|mlat|bbox)=)/u,
  ],
  [
    'map',
    'Google Maps',
    /^(?:(?:www\.)?google\.[a-z.]{2,6}|maps\.google\.com|maps\.app\.goo\.gl)$/u,
    /^\/(?:maps\b|[A-Za-z\d]{8,}$)/u,
  ],
  ['map', 'Naver Map', /^map\.naver\.com$/u, /^\/./u],
  ['map', 'KakaoMap', /^(?:map|place\.map)\.kakao\.com$/u, /^\/./u],
  // Any server may be one of Mastodon's: a post's address has a form of its own.
  ['post', 'Mastodon', /^[a-z\d-]+(?:\.[a-z\d-]+)+$/u, /^\/@[\w.-]+(?:@[\w.-]+)?\/\d{15,}$/u],
]

/** What an address shows that newsrooms embed; `undefined` for any other address. */
export function embedAt(address: string): Embed | undefined {
  if (!/^https:\/\/\S+$/iu.test(address) || !URL.canParse(address)) return undefined
  const {hostname, pathname, search, hash, href, username, port} = new URL(address)
  if (username !== '' || port !== '') return undefined
  const rest = pathname + search + hash
  const place = places.find(([, , host, path]) => host.test(hostname) && path.test(rest))
  return place && {kind: place[0], source: place[1], url: href}
}

/** An address that is all there is in a paragraph: there is nothing in it to translate. */
export function bareEmbed({children}: Pick<Paragraph, 'children'>): Embed | undefined {
  const [only] = children
  if (only === undefined || children.length > 1) return undefined
  if (only.type === 'text') return embedAt(only.value.trim())
  return only.type === 'link' && isItsAddress(only) ? embedAt(only.url) : undefined
}

/** A paragraph that is one link, or one address, to something that newsrooms embed. */
export function embedIn({children}: Pick<Paragraph, 'children'>): Embed | undefined {
  const [only] = children
  return only?.type === 'link' && children.length === 1 ? embedAt(only.url) : bareEmbed({children})
}

function isItsAddress({children, url}: Link): boolean {
  const [only] = children
  return children.length === 1 && only?.type === 'text' && only.value === url
}
