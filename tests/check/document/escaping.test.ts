import {describe, expect, test} from 'vitest'
import {escaping} from '../../../pipeline/check/document/escaping.ts'
import {findingsIn, fixtures, lines} from './fixture.ts'

const found = {
  'fail-script.html': [
    '4:1 document/escaping/script html > head > script:nth-child(2) <script src="/news/assets/place.0123.js"></script>',
    '5:1 document/escaping/script html > head > script:nth-child(3) <script src="/news/assets/place.0123.js" integrity="sha384-Ab+/=">alert(1)</script>',
    '6:1 document/escaping/script html > head > script:nth-child(4) <script src="/news/assets/none.js" integrity="sha384-Ab+/="></script>',
    '7:1 document/escaping/script html > head > script:nth-child(5) <script src="https://elsewhere.example/x.js" integrity="sha384-Ab+/="></script>',
    '7:1 document/escaping/subresource html > head > script:nth-child(5) <script src="https://elsewhere.example/x.js" integrity="sha384-Ab+/="></script>',
    '10:1 document/escaping/script html > body > main > script <script src="/news/assets/place.0123.js" integrity="sha384-Ab+/="></script>',
  ],
  'fail.html': [
    '4:1 document/escaping/element html > head > style <style>p {}</style>',
    '5:1 document/escaping/subresource html > head > link <link rel="stylesheet" href="//cdn.example/x.css">',
    '6:1 document/escaping/script html > head > script:nth-child(4) <script>alert(1)</script>',
    '7:1 document/escaping/json html > head > script:nth-child(5) <script type="application/ld+json">{"headline": "a</script>',
    '8:7 document/escaping/handler html > body > main > img <img src="https://elsewhere.example/t.gif" onerror="alert(1)" alt="">',
    '8:7 document/escaping/subresource html > body > main > img <img src="https://elsewhere.example/t.gif" onerror="alert(1)" alt="">',
    '9:1 document/escaping/style-attribute html > body > main > p <p style="color:red">x</p>',
    '10:1 document/escaping/element html > body > main > iframe <iframe src="/news/en/"></iframe>',
    '11:6 document/escaping/subresource html > body > main > svg > image <image href="https://elsewhere.example/t.svg"></image>',
  ],
}

describe(escaping.id, () => {
  test.each(fixtures(escaping, 'pass'))('lets %s pass', (fixture) => {
    expect(lines(findingsIn(escaping, fixture))).toEqual([])
  })

  test.each(Object.entries(found))('says where %s fails', (fixture, expected) => {
    expect(lines(findingsIn(escaping, fixture))).toEqual(expected)
  })

  test('has a proof both ways for each fixture', () => {
    expect(fixtures(escaping, 'pass').length).toBeGreaterThan(0)
    expect(fixtures(escaping, 'fail')).toEqual(Object.keys(found).toSorted())
  })
})
