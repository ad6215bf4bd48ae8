import {Prose} from './components/prose.tsx'
import type {PosterView} from './view.ts'

/** The picture that stands for a page where it is shared: 1200 by 630 pixels, drawn by our browser. */
export function Poster({tag, direction, stylesheet, paper, about, headline, foot}: PosterView) {
  return (
    <html lang={tag} dir={direction}>
      <head>
        <meta charset="utf-8" />
        <title>{paper.text}</title>
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body>
        <p class="paper" lang={paper.lang}>
          {paper.text}
        </p>
        {about && (
          <p class="about" lang={about.lang}>
            {about.text}
          </p>
        )}
        <Prose as="h1" {...headline} />
        {foot !== '' && <p class="foot">{foot}</p>}
      </body>
    </html>
  )
}
