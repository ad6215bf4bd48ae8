import {parseMarkdown} from '../markdown/parse.ts'
import {blankEdition} from '../model/blank-edition.ts'
import type {BinaryFile} from '../model/publication.ts'
import type {Site} from './site.ts'
import {writtenBody, type WrittenBody} from './written-body.ts'

/** No article can be called so: its folder would have no name. */
const slug = ' '

/** The text of an article with all that Markdown can hold, rendered as every article's is. */
export function sampleBody(tag: string, site: Site): WrittenBody {
  const speaker = site.speakerOf(tag)
  const say = (key: string) =>
    speaker.say('showcase', `body.${key}`, {home: site.to.link(`${tag}/`)})
  const body = parseMarkdown(markdown(say))
  body.children.forEach((node, index) => {
    if (node.type !== 'heading') return
    node.data = {hProperties: {id: `sample-${index}`}}
  })
  return writtenBody(
    {...blankEdition, slug, locale: tag, body},
    {
      siblings: [],
      to: site.to,
      images: [picture],
      narratorOf: site.narratorOf,
      marksOutdated: false,
      languageOf: site.localeOf,
    },
  )
}

function markdown(say: (key: string) => string): string {
  return `${say('first')}

${say('text')}

## ${say('heading')}

- ${say('item.first')}
- ${say('item.second')}

1. ${say('item.first')}
2. ${say('item.second')}
3. ${say('item.third')}

> ${say('quote')}

### ${say('subheading')}

![${say('figure')}](hall.svg "${say('figureCaption')}")

| ${say('cell.city')} | ${say('cell.readers')} |
| --- | ---: |
| ${say('cell.seoul')} | 1,204 |
| ${say('cell.toronto')} | 310 |

\`\`\`sh
${say('code')}
\`\`\`

- [x] ${say('taskDone')}
- [ ] ${say('taskOpen')}

[${say('embed')}](https://www.youtube.com/watch?v=aaaaaaaaaaa)

https://www.openstreetmap.org/#map=12/37.56/126.98

---

${say('text')}

[^1]: ${say('note')}
`
}

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="540" viewBox="0 0 960 540">
<path fill="#e9e1d0" d="M0 0h960v540H0z"/>
<path fill="#b9ab90" d="M0 400h960v140H0z"/>
<path fill="#8a2b1d" d="M150 250h300v170H150zM510 200h300v220H510z"/>
<path fill="#2b2620" d="M180 280h240v20H180zM540 230h240v20H540zM180 320h240v70H180zM540 270h240v120H540z"/>
</svg>
`

const picture: BinaryFile = {
  path: `articles/${slug}/hall.svg`,
  bytes: new TextEncoder().encode(drawing),
}
