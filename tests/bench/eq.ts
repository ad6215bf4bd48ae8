import {markdownToMdast} from 'satteri'
import {parseMarkdown} from '../../pipeline/markdown/parse.ts'
import {readFileSync, readdirSync} from 'node:fs'
import {isDeepStrictEqual} from 'node:util'
const strip=(x:any):any=>JSON.parse(JSON.stringify(x))
const files=[...readdirSync('/tmp/corp/200/en').map(f=>'/tmp/corp/200/en/'+f),...readdirSync('/tmp/corp/200/ko').map(f=>'/tmp/corp/200/ko/'+f),...readdirSync('/work/h/lead/tests/fixtures/translate/corpus').filter(f=>f.endsWith('.md')).map(f=>'/work/h/lead/tests/fixtures/translate/corpus/'+f)]
let same=0; const bad:string[]=[]
for(const f of files){const t=readFileSync(f,'utf8'); const a=strip(markdownToMdast(t,{features:{gfm:true,frontmatter:true}})); const b=strip(parseMarkdown(t)); if(isDeepStrictEqual(a,b)) same++; else {bad.push(f); if(bad.length<6){ const A=JSON.stringify(a,null,1).split('\n'),B=JSON.stringify(b,null,1).split('\n'); const i=A.findIndex((l,k)=>l!==B[k]); console.log(f,i,'\nS',A.slice(i-6,i+8).join(' '),'\nM',B.slice(i-6,i+8).join(' '))}}}
console.log(same,files.length)
