import {expect, test} from 'vitest'
import {targetOf} from '../../../pipeline/check/document/address.ts'

const site = {url: 'http://localhost:8080/'}

test.each([
  ['index.html', 'about.html#a', {to: 'inside', path: 'about.html', fragment: 'a'}],
  ['news/index.html', '../', {to: 'inside', path: 'index.html'}],
  ['news/a.html', 'b/', {to: 'inside', path: 'news/b/index.html'}],
  // An audit of several hosts calls its pages so.
  ['localhost:8377/login', '/home', {to: 'inside', path: 'home'}],
  ['a.html', 'http://[', {to: 'nowhere'}],
])('on %s %s leads to %j', (path, href, target) => {
  expect(targetOf(href, {path}, site)).toMatchObject(target)
})
