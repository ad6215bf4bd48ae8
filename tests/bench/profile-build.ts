import {readdirSync, readFileSync} from 'node:fs'
import {readArticle} from '../../pipeline/ingest/article.ts'
import {loadTemplates} from '../../pipeline/io/templates.ts'
import {packageRoot, readPublication} from '../../pipeline/io/publication.ts'
import {render} from '../../pipeline/render/render.ts'
import {assemble} from '../../pipeline/translate/assemble.ts'
import {syncArticle} from '../../pipeline/translate/sync.ts'
const root = process.argv[2]!
const {config, words} = await readPublication(packageRoot)
const {templates, styles} = await loadTemplates([packageRoot])
const cpu = () => { const {user, system} = process.cpuUsage(); return (user + system) / 1000 }
let last = cpu()
const lap = (name: string) => { const now = cpu(); console.log(name.padEnd(12), (now - last).toFixed(0), 'ms', (process.memoryUsage().rss/2**20).toFixed(0),'MB'); last = now }
const read = (l: string) => readdirSync(`${root}/${l}`).filter(f=>f.endsWith('.md')).map((f) => {
  const t = readFileSync(`${root}/${l}/${f}`, 'utf8')
  const title = /^title: (.*)$/m.exec(t)?.[1] ?? 'x'
  const desc = /^description: (.*)$/m.exec(t)?.[1] ?? 'x'
  const date = /^date: (.*)$/m.exec(t)?.[1] ?? '2026-01-01'
  const tags = /^tags: (.*)$/m.exec(t)?.[1] ?? '[]'
  const body = t.slice(t.indexOf('\n---\n', 4) + 5).replace(/!\[[^\]]*\]\([^)]*\)/g, '')
  return {path: `articles/${f.replace('.md', '')}/article.md`, text: `---\nheadline: ${title}\nstandfirst: ${desc}\npublished: ${date.slice(0,10).replaceAll('"','')}\nsection: world\ntags: ${tags}\n---\n${body}`}
})
const en = read('en'), ko = read('ko')
lap('read')
const articles = en.map((f) => readArticle(f, 'en').article!)
lap('ingest en')
const korean = ko.map((f) => readArticle(f, 'ko').article!)
lap('ingest ko')
const first = articles.map((a) => syncArticle(a, ['ko'], []))
lap('sync new')
const k = korean.map((a) => syncArticle(a, [], []))
let same = 0
const catalogs = first.flatMap((s, i) => {
  const t = k[i]!.segments
  if (t.length === s.segments.length) same++
  const texts = Object.fromEntries(s.segments.map((g, j) => [g.key, t[j]?.text ?? '글이다.']))
  return s.files.map((f) => f.locale === 'ko' ? {...f, texts: JSON.stringify(texts, null, 2) + '\n'} : f)
})
console.log('same', same); lap('prep')
const sync2 = articles.map((a) => syncArticle(a, ['ko'], catalogs.filter(c=>c.slug===a.slug)))
lap('sync edit')
const byslug = new Map<string, typeof catalogs>()
for (const s of sync2) for (const f of s.files) byslug.set(f.slug, [...(byslug.get(f.slug) ?? []), f])
for (const c of catalogs) { const l = byslug.get(c.slug) ?? []; if (!l.some(f => f.locale === c.locale)) byslug.set(c.slug, [...l, c]) }
lap('prep2')
const sync3 = articles.map((a) => syncArticle(a, ['ko'], byslug.get(a.slug) ?? []))
lap('sync same')
const editions = sync3.flatMap((s, i) => [assemble(articles[i]!, s.segments, undefined, config.policy), ...s.catalogs.map((c) => assemble(articles[i]!, s.segments, c, config.policy))])
lap('assemble')
const out = render(editions, {config, words, templates, styles, images: [], withdrawn: []})
lap('render')
console.log(out.renditions.length, out.renditions.reduce((n, r) => n + r.content.length, 0) / 2 ** 20)
