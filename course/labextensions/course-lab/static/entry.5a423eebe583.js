// Generated from js/ by `npm run build`; edit there.
"use strict";(()=>{var ve={application:"@jupyterlab/application",apputils:"@jupyterlab/apputils",cells:"@jupyterlab/cells",coreutils:"@jupyterlab/coreutils",mainmenu:"@jupyterlab/mainmenu",notebook:"@jupyterlab/notebook",services:"@jupyterlab/services",widgets:"@lumino/widgets"};var Ae=`/* The course page. Colours come from JupyterLab's theme, mixed with its text colour where its own are too weak. */

.course-home {
  --course-paper: var(--jp-layout-color1);
  --course-ink: var(--jp-ui-font-color0);
  --course-text: color-mix(in srgb, var(--course-ink) 88%, var(--course-paper));
  --course-quiet: color-mix(in srgb, var(--course-ink) 70%, var(--course-paper));
  --course-edge: color-mix(in srgb, var(--course-ink) 52%, var(--course-paper));
  --course-line: color-mix(in srgb, var(--course-ink) 18%, var(--course-paper));
  --course-soft: color-mix(in srgb, var(--course-ink) 5%, var(--course-paper));
  --course-brand: color-mix(in srgb, var(--jp-brand-color1) 82%, var(--course-ink));

  overflow: auto;
  background: var(--course-paper);
  color: var(--course-text);
  font-family: var(--jp-content-font-family);
  font-size: 16px;
  line-height: 1.55;
}

.course-home:focus {
  outline: none;
}

.course-home-column {
  box-sizing: border-box;
  max-width: 860px;
  margin-inline: auto;
  padding: 20px 20px 64px;
  overflow-wrap: anywhere;
}

.course-home h1 {
  margin: 12px 0 8px;
  font-size: 30px;
  line-height: 1.2;
}

.course-home h2 {
  margin: 32px 0 12px;
  font-size: 21px;
}

.course-home h3 {
  margin: 0 0 4px;
  font-size: 19px;
  line-height: 1.3;
}

.course-home p {
  margin: 0 0 12px;
}

.course-home a {
  color: var(--course-brand);
  text-decoration: underline;
}

.course-help {
  padding: 10px 14px;
  border-left: 5px solid var(--jp-error-color1);
  border-radius: 4px;
  background: var(--course-soft);
  font-size: 15px;
}

.course-number {
  white-space: nowrap;
}

.course-next {
  padding: 20px 24px 22px;
  border: 2px solid var(--course-brand);
  border-radius: 14px;
}

.course-next h2 {
  margin-top: 0;
}

.course-modules {
  margin: 0 0 28px;
  padding: 0;
  list-style: none;
}

.course-card {
  margin-block: 14px;
  padding: 20px 24px;
  border: 1px solid var(--course-line);
  border-radius: 14px;
}

.course-standing {
  display: grid;
  grid-template-columns: max-content 1fr;
  gap: 6px 20px;
  margin: 14px 0 18px;
}

.course-standing dt {
  color: var(--course-quiet);
}

.course-standing dd {
  display: flex;
  flex-wrap: wrap;
  gap: 2px 14px;
  align-items: center;
  margin: 0;
}

.course-bar-of {
  display: inline-block;
  box-sizing: border-box;
  inline-size: 140px;
  block-size: 10px;
  border: 1px solid var(--course-edge);
  border-radius: 5px;
}

.course-bar-of > span {
  display: block;
  block-size: 100%;
  border-radius: 4px;
  background: var(--course-brand);
}

.course-actions {
  display: flex;
  flex-wrap: wrap;
  gap: 10px 12px;
}

.course-home .course-button {
  min-height: 44px;
  padding: 8px 20px;
  border-color: var(--course-edge);
  border-radius: 8px;
  color: var(--course-text);
  font-size: 16px;
  font-weight: 600;
}

.course-home .course-primary {
  border-color: var(--course-brand);
  background: var(--course-brand);
  color: var(--course-paper);
}

.course-home .course-primary:hover {
  background: color-mix(in srgb, var(--course-brand) 88%, var(--course-ink));
}

.course-trouble,
.course-said:not(:empty) {
  margin-block: 14px;
  padding: 14px 18px;
  border: 1px solid var(--course-edge);
  border-radius: 10px;
  background: var(--course-soft);
}

.course-said:empty {
  margin: 0;
}

.course-quiet {
  color: var(--course-quiet);
  font-size: 15px;
}

.course-home[aria-busy="true"] .course-button {
  cursor: progress;
}

/* What is kept of the learner. */
.course-data {
  margin-top: 28px;
  padding-top: 14px;
  border-top: 1px solid var(--course-line);
}

.course-data summary {
  width: fit-content;
  min-height: 44px;
  padding: 8px 4px;
  box-sizing: border-box;
  color: var(--course-brand);
  font-weight: 600;
  cursor: pointer;
}

.course-data li {
  margin-bottom: 10px;
}

.course-data code {
  font-size: 0.88em;
}

.course-data a.course-button {
  display: inline-flex;
  align-items: center;
  box-sizing: border-box;
  text-decoration: none;
}

.course-tick {
  display: flex;
  gap: 10px;
  align-items: center;
}

.course-tick input {
  width: 20px;
  height: 20px;
  margin: 0;
}

/* For a screen reader only. */
.course-unseen {
  position: absolute;
  overflow: hidden;
  width: 1px;
  height: 1px;
  clip-path: inset(50%);
  white-space: nowrap;
}

@media (width <= 560px) {
  .course-standing {
    grid-template-columns: 1fr;
    gap: 0;
  }

  .course-standing dd {
    margin-bottom: 8px;
  }

  .course-card,
  .course-next {
    padding-inline: 16px;
  }
}
`;var Se=`/* A notebook shown as a page. Colours come from JupyterLab's theme. */

.course-page {
  --course-column: 860px;
}

.course-unread .jp-Notebook,
.course-unread .jp-NotebookPanel-toolbar {
  visibility: hidden;
}

/* What belongs to notebooks and not to pages. */
.course-page .jp-InputPrompt,
.course-page .jp-OutputPrompt,
.course-page .jp-OutputArea-promptOverlay,
.course-page .jp-Collapser,
.course-page .jp-cell-toolbar,
.course-page .jp-CellHeader,
.course-page .jp-CellFooter,
.course-page .jp-CellResizeHandle,
.course-page .jp-collapseHeadingButton,
.course-page .jp-Notebook-footer,
.course-page .jp-CodeCell > .jp-Cell-inputWrapper,
.course-page .jp-CodeCell:not(:has(.jp-OutputArea-child)),
.course-page .course-only-in-notebook,
.course-page .jp-NotebookPanel-toolbar > .jp-Toolbar-item:not([data-jp-item-name^="course-"]) {
  display: none !important;
}

/* nbgrader's button that names the open questions stays, where there is a check to validate. */
.course-page.course-check .jp-NotebookPanel-toolbar > .jp-Toolbar-item[data-jp-item-name="validate-button"],
.course-page.course-check .jp-NotebookPanel-toolbar > .jp-Toolbar-item:has(.validate-button) {
  display: flex !important;
}

.course-page .jp-NotebookPanel-toolbar {
  padding-inline: 8px;
}

.jp-NotebookPanel-toolbar > .course-button {
  align-self: center;
  height: 24px;
}

.course-toggle {
  margin-inline: auto 4px;
}

.course-page .jp-Notebook .jp-Cell {
  box-sizing: border-box;
  width: 100%;
  max-width: var(--course-column);
  margin-inline: auto;
  padding: 0 20px;
  border: 0;
  background: transparent;
  box-shadow: none;
  /* Lab leaves out what is not in view; a page is all there, for Tab, for "find", for a list of headings. */
  contain: none !important;
  content-visibility: visible !important;
}

.course-page .jp-Notebook .jp-Cell::before,
.course-page .jp-Notebook .jp-Cell::after {
  content: none !important;
}

.course-page .jp-Notebook .jp-Cell,
.course-page .jp-Notebook .jp-Cell .jp-InputArea,
.course-page .jp-Notebook .jp-Cell .jp-MarkdownOutput {
  border: 0 !important;
  outline: 0 !important;
  box-shadow: none !important;
}

.course-by-keyboard .course-page .jp-Notebook .jp-Cell:focus-visible {
  outline: 2px solid var(--jp-brand-color1) !important;
  outline-offset: -2px;
}

.course-page .jp-Notebook .jp-WindowedPanel-viewport,
.course-page .jp-Notebook .jp-WindowedPanel-inner {
  padding-block: 12px 48px;
}

.course-page .jp-MarkdownOutput {
  padding: 0;
  font-size: 16px;
  line-height: 1.6;
}

.course-page .jp-OutputArea-child .jp-OutputArea-output {
  padding: 0;
}

.course-page .jp-OutputArea {
  overflow: visible;
}

.course-page .jp-CodeCell {
  margin-block: 12px;
}

/* The line above a page or a notebook; it stays in sight. */
.course-bar {
  position: sticky;
  z-index: 20;
  top: 0;
  display: flex;
  flex-wrap: wrap;
  gap: 8px 16px;
  align-items: center;
  padding: 12px max(20px, (100% - 820px) / 2);
  border-bottom: 1px solid var(--jp-border-color2);
  background: var(--jp-layout-color2);
  color: var(--jp-ui-font-color1);
  font-family: var(--jp-ui-font-family);
  font-size: 15px;
  line-height: 1.45;
}

.course-bar[hidden],
.course-bar [hidden],
.course-toggle[hidden] {
  display: none;
}

.course-bar[data-tone="warning"] {
  border-left: 6px solid var(--jp-warn-color1);
  background: var(--jp-layout-color1);
}

.course-bar-text {
  flex: 1 1 320px;
  margin: 0;
}

.course-button {
  box-sizing: border-box;
  min-height: 24px;
  padding: 2px 12px;
  border: 1px solid var(--jp-ui-font-color3);
  border-radius: 4px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-family: var(--jp-ui-font-family);
  font-size: var(--jp-ui-font-size1);
  cursor: pointer;
}

.course-bar .course-button {
  min-height: 44px;
  padding-inline: 20px;
  border-color: var(--jp-ui-font-color2);
  font-size: 15px;
  font-weight: 600;
}

.course-button:hover {
  background: var(--jp-layout-color2);
}

.course-button:focus-visible {
  outline: 3px solid var(--jp-brand-color1);
  outline-offset: 2px;
}

/* With a page in front, what the status bar says of kernels and cells is noise. */
.course-page-in-front #jp-main-statusbar .jp-StatusBar-Left,
.course-page-in-front #jp-main-statusbar .jp-StatusBar-Right > :not(.jp-Notification-Status) {
  visibility: hidden;
}
`;function ie(){let e=globalThis;return e.courseQuiz??={number:Date.now()*1e3+Math.floor(Math.random()*1e3),views:0,pending:new Map},e.courseQuiz}var W="course-unsaved";function Ee(e,t){let o=[...ie().pending];try{o.length?e.setItem(W,JSON.stringify({account:t,pending:o})):e.removeItem(W)}catch{}}function je(e,t){try{let o=JSON.parse(e.getItem(W)??"null");if(e.removeItem(W),o?.account!==t)return;let n=ie();for(let[r,a]of o.pending)n.pending.has(r)||n.pending.set(r,a)}catch{}}function d(e,t={},...o){let n=document.createElement(e);for(let[r,a]of Object.entries(t))typeof a=="function"?n.addEventListener(r,a):vt(n,r,a);return n.append(...o),n}function vt(e,t,o){o===!1||o===null||o===void 0?e.removeAttribute(t):e.setAttribute(t,o===!0?"":String(o))}function P(e,t){e.textContent!==t&&(e.textContent=t)}var k={showAsNotebook:"Show as notebook",showAsPage:"Show as page",page:"Course page",waking:"The questions are starting…",stopped:"The questions have stopped. Every answer that says “Saved” is safe, and the others are still on this page.",startAgain:"Start the questions again",offline:"The connection to the course is lost. Every answer that says “Saved” is safe, and the others are still on this page.",reconnect:"Connect again",reconnecting:"Connecting again…",failed:"The questions could not be started. Your saved answers are safe.",tryAgain:"Try again",foreign:"This notebook’s code is not the course’s own, so it was not started by itself. Run it only if you know who wrote it and what it does. To have the course’s own copy, open the lesson from the lessons folder or fetch the check again.",home:{tab:"Course",openHome:"Course page",next:"Your next step",begin:"Begin",goOn:"Continue",modules:"Modules",module:(e,t)=>`${e}. ${t}`,readNext:e=>`Read: ${e}`,readOn:"Read on",practiceNext:"Try the next practice question",roleplayNext:e=>`Talk it through: ${e}`,activityNext:"Go on with the next activity",allDone:"You have done all there is here. Come back whenever you like: everything stays as you left it.",nothingNow:"You have done all that is open now. The knowledge checks appear here when your instructor opens them.",read:"Reading",practised:"Practice",check:"Knowledge check",sections:(e,t)=>`${e} of ${t} sections read`,questions:(e,t)=>`${e} of ${t} questions tried`,cards:"Flashcards",cardsWait:(e,t)=>[e&&`${e} due today`,t&&`${t} new`].filter(Boolean).join(", "),openLesson:e=>`Open the lesson (about ${e} minutes)`,checkUnknown:"Not known at the moment",checkClosed:"Not open yet",checkOpen:e=>`Open: ${e} questions`,checkStarted:(e,t)=>`${e} of ${t} questions answered`,checkAnswered:e=>`All ${e} questions answered, not submitted yet`,checkSubmitted:e=>`Submitted on ${e}. Feedback is not there yet.`,checkFeedback:e=>`Submitted on ${e}. Your feedback is there.`,beginCheck:"Begin the knowledge check",goOnCheck:"Go on with the knowledge check",seeAnswers:"Look at my answers",submit:"Submit",submitAgain:"Submit again",readFeedback:"Read the feedback",sureTitle:e=>`Submit ${e}?`,sureOpen:(e,t)=>`${e.length===1?"Question":"Questions"} ${e.join(", ")} of ${t} ${e.length===1?"has":"have"} no answer yet. You can go back and answer, or submit as it is.`,sureAll:e=>`All ${e} questions have an answer. They will be sent as they are now.`,notYet:"Not yet",receipt:(e,t,o,n)=>`${e}: submitted on ${t}, with answers to ${o} of ${n} questions.`,myData:"My data and privacy",dataNothing:"The course keeps nothing of you here yet.",dataEntries:e=>e===1?"1 entry":`${e} entries`,dataReflections:"With my private reflections",dataPage:"Save a copy to read",dataJson:"Save a copy for programs (JSON)",dataErase:"Erase what the course keeps of me",dataEraseReflections:"Erase my reflections only",dataSure:"Erase this for good?",dataSureAll:"Your answers to practice questions, your practice exams, your way through role-plays, your flashcards, what you have read and your private reflections are taken away. The course can’t bring them back.",dataSureReflections:"Your private reflections are taken away. The course can’t bring them back.",dataKeep:"Keep it",dataYes:"Erase",dataErased:e=>`Erased. ${e}`,tryAgain:"Try again",noChecks:"The knowledge checks can’t be listed now.",notFetched:"The knowledge check could not be fetched. Try again, or tell your instructor.",notSent:"The knowledge check could not be submitted. Your answers are safe: try again, or tell your instructor.",noFeedback:"The feedback could not be fetched. Try again, or tell your instructor.",offline:"The course could not be reached. Your answers are safe. Check your connection, then try again."}};var N=k.home,Ce=["answers","exams","reading","reflections"];function Te({requests:e,isSure:t,run:o,refresh:n}){let r=d("div",{}),a=d("details",{class:"course-data",toggle:()=>{a.open&&o(s)}},d("summary",{},N.myData),r);async function s(){let{kept:p,remains:l}=await e.data(),x=p.map(({path:w,entries:v,what:S,who:E})=>d("li",{},d("b",{},S),` (${N.dataEntries(v)}). ${E} `,d("code",{},w)));r.replaceChildren(...x.length?[d("ul",{},...x),...u(),...i(p,l)]:[d("p",{},N.dataNothing)],d("p",{class:"course-quiet"},l))}function u(){let p=d("input",{type:"checkbox",id:"course-data-reflections"}),l=(w,v)=>d("a",{class:"course-button",href:e.copy(w,!1),download:`my-data.${w}`,click:x(w)},v),x=w=>({currentTarget:v})=>{v.href=e.copy(w,p.checked)};return[d("p",{class:"course-tick"},p,d("label",{for:p.id},N.dataReflections)),d("p",{class:"course-actions"},l("html",N.dataPage),l("json",N.dataJson))]}function i(p,l){let x=p.filter(({kind:S})=>Ce.includes(S)),w=(S,E,$)=>d("button",{type:"button",class:"course-button",click:()=>{o(()=>c(E,$,l))}},S),v=x.some(({kind:S})=>S==="reflections")?[w(N.dataEraseReflections,N.dataSureReflections,["reflections"])]:[];return x.length?[d("p",{class:"course-actions"},...v,w(N.dataErase,N.dataSureAll,Ce))]:[]}async function c(p,l,x){if(await t(p))return await e.erase(l),await n(),await s(),a.querySelector("summary")?.focus(),N.dataErased(x)}return a}var B=class extends Error{};function J(e,t){let{ServerConnection:o}=e.services,{URLExt:n}=e.coreutils,r=t.serviceManager.serverSettings;async function a(i,c={}){let p=await o.makeRequest(n.join(r.baseUrl,i),c,r),l=await p.json().catch(()=>null);if(!p.ok)throw new B(l?.message??p.statusText);return l}async function s(i,c){let{success:p,value:l}=await a(i,c);if(!p)throw new B(At(l));return l}return{progress:()=>a("course/progress"),read:(i,c)=>a("course/read",{method:"POST",body:JSON.stringify({lesson:i,cell:c})}),answered:i=>a(`course/answered?${new URLSearchParams({folder:i})}`),assignments:i=>s(`assignments?${new URLSearchParams({course_id:i})}`),act:(i,c,p)=>s(`assignments/${i}`,{method:"POST",headers:{"Content-Type":"application/json"},body:JSON.stringify({course_id:c,assignment_id:p})}),data:()=>a("course/data"),erase:i=>a("course/data",{method:"POST",body:JSON.stringify({erase:i})}),copy:(i,c)=>`${n.join(r.baseUrl,"course/data/copy")}?${new URLSearchParams({format:i,reflections:c?"yes":"no"})}`}}var At=e=>String(e??"").trim().split(`
`).at(-1)??"";function F({check:e},t){let o=t.find(({assignment_id:n,status:r})=>n===e.id&&r==="fetched");return o?{folder:o.path,notebook:o.notebooks[0]?.path??null}:null}function G({check:e},t){return t.filter(({assignment_id:r,status:a})=>r===e.id&&a==="submitted").flatMap(({submissions:r})=>r??[]).sort((r,a)=>r.timestamp<a.timestamp?-1:1).at(-1)??null}function Le(e,t,o){let n=G(e,t),r=F(e,t),a=t.some(({assignment_id:u,status:i})=>u===e.check.id&&i==="released");return{stage:s(),notebook:r?.notebook??null,answered:o,sent:n};function s(){return n?n.has_local_feedback||n.has_exchange_feedback?"feedback":"submitted":r?o&&!o.open.length?"answered":"started":a?"open":"closed"}}function Oe(e,t){for(let n of e){let r=t.get(n.id)?.stage;if(!(r==="submitted"||r==="feedback")){if(n.next)return{module:n,step:"lesson"};if(r&&r!=="closed")return{module:n,step:"check"}}}let o=e.find(({next:n})=>n);return o?{module:o,step:"lesson"}:null}function Ne(e){let[t,o="00:00:00",n="UTC"]=e.split(" ");return new Date(`${t}T${o.slice(0,12)}${n==="UTC"?"Z":n}`)}var g=k.home;function $e({course:e,standings:t,problem:o},n){return[d("h1",{},e.title),Ot(e),St(e,t,n),...o?[Be(o,n.reload)]:[],d("h2",{},g.modules),d("ol",{class:"course-modules"},...e.modules.map((r,a)=>jt(r,a+1,t,n))),d("p",{class:"course-quiet"},e.disclaimer)]}function _e(e,t,o){return[d("h1",{},e),Be(t,o)]}function Be(e,t){return d("div",{class:"course-trouble",role:"alert"},d("p",{},e),D("reload",g.tryAgain,t))}function St({modules:e},t,{openLesson:o,openCheck:n,submit:r}){let a=Oe(e,t);if(!a){let l=t.size===e.length&&e.every(({next:x})=>!x);return ce([d("p",{},l?g.allDone:g.nothingNow)])}let{module:s}=a,u=e.indexOf(s)+1,i=t.get(s.id);if(a.step==="lesson"){let l=s.read.done+s.practice.done===0,x=d("p",{},d("b",{},g.module(u,s.title)),d("br"),Et(s));return ce([x,D("next",l?g.begin:g.goOn,()=>o(s),"course-primary")])}let c=d("p",{},d("b",{},s.check.title),d("br"),Me(s,i)),p=i?.stage==="answered"?r:n;return ce([c,D("next",Tt(i),()=>p(s),"course-primary")])}function ce(e){return d("section",{class:"course-next","aria-labelledby":"course-next"},d("h2",{id:"course-next"},g.next),...e)}function Et({next:e}){return e?.kind==="read"?e.title?g.readNext(e.title):g.readOn:e?.kind==="roleplay"?g.roleplayNext(e.title??""):e?.kind==="practice"?g.practiceNext:g.activityNext}function jt(e,t,o,n){let r=o.get(e.id),a=`course-module-${e.id}`;return d("li",{class:"course-card","aria-labelledby":a},d("h3",{id:a},g.module(t,e.title)),d("p",{},e.summary),d("dl",{class:"course-standing"},...He(g.read,e.read,g.sections),...e.practice.of?He(g.practised,e.practice,g.questions):[],...Ct(e),d("dt",{},g.check),d("dd",{},Me(e,r))),d("div",{class:"course-actions"},D(`lesson-${e.id}`,g.openLesson(e.minutes.lesson),()=>n.openLesson(e),"",e.title),...Lt(e,r,n)))}function He(e,{done:t,of:o},n){let r=d("span",{class:"course-bar-of","aria-hidden":"true"},d("span",{style:`inline-size: ${o?100*t/o:0}%`}));return[d("dt",{},e),d("dd",{},n(t,o),r)]}function Ct({cards:{due:e,new:t}}){return e+t?[d("dt",{},g.cards),d("dd",{},g.cardsWait(e,t))]:[]}function Me({check:e},t){if(!t)return g.checkUnknown;let{stage:o,answered:n,sent:r}=t,a=n?n.questions-n.open.length:0;switch(o){case"closed":return g.checkClosed;case"open":return g.checkOpen(e.questions);case"started":return g.checkStarted(a,n?.questions??e.questions);case"answered":return g.checkAnswered(e.questions);case"submitted":return g.checkSubmitted(Y(r?.timestamp??""));case"feedback":return g.checkFeedback(Y(r?.timestamp??""))}}function Tt(e){return e?.stage==="answered"?g.submit:e?.stage==="open"?g.beginCheck:g.goOnCheck}function Lt(e,t,{openCheck:o,submit:n,readFeedback:r}){let{id:a,title:s}={id:e.id,title:e.check.title},u=c=>D(`check-${a}`,c,()=>o(e),"",s),i=c=>D(`submit-${a}`,c,()=>n(e),"",s);switch(t?.stage){case"open":return[u(g.beginCheck)];case"started":return[u(g.goOnCheck),i(g.submit)];case"answered":return[u(g.seeAnswers),i(g.submit)];case"submitted":return t.notebook?[u(g.seeAnswers),i(g.submitAgain)]:[];case"feedback":return[D(`feedback-${a}`,g.readFeedback,()=>r(e),"",s)];default:return[]}}function Ot({help:e}){let t=e.lines.flatMap(({name:o,number:n,url:r},a)=>{let s=r?d("a",{href:r,target:"_blank",rel:"noreferrer"},o):o;return[a?" · ":" ",s," ",d("b",{class:"course-number"},n)]});return d("p",{class:"course-help"},d("b",{},e.lead),...t)}function D(e,t,o,n="",r=""){let a={type:"button",class:`course-button ${n}`.trim(),"data-key":e,click:o};return d("button",a,t,...r?[d("span",{class:"course-unseen"},`: ${r}`)]:[])}function Y(e){let t=new Intl.DateTimeFormat(document.documentElement.lang||void 0,{dateStyle:"medium",timeStyle:"short"}),o=Ne(e);return Number.isNaN(o.valueOf())?e:t.format(o)}var j=k.home;function Ue({lab:e,app:t,open:o}){let n=J(e,t),r=d("p",{class:"course-said",role:"status"}),a=d("div",{class:"course-home-content"}),s=d("section",{class:"course-home",tabindex:-1,"aria-label":j.openHome},d("div",{class:"course-home-column"},r,a)),u=new e.widgets.Widget({node:s});u.id="course-home",u.title.label=j.tab,u.title.closable=!0;let i=null,c=[],p=!1,l=0;async function x(){let h=++l;try{let m=await n.progress(),A=await w(m);if(h!==l)return;i={course:m,...A},v($e(i,L))}catch(m){h===l&&v(_e(j.tab,ue(m),()=>{x()}))}}async function w(h){let m=new Map;try{c=await n.assignments(h.nbgrader);for(let A of h.modules){let O=F(A,c)?.folder,_=O===void 0?null:await n.answered(O).catch(()=>null);m.set(A.id,Le(A,c,_))}return{standings:m,problem:""}}catch(A){return{standings:new Map,problem:`${j.noChecks} ${ue(A)}`}}}function v(h){let m=a.contains(document.activeElement)&&document.activeElement.dataset.key;a.replaceChildren(...h),m&&(a.querySelector(`[data-key="${m}"]`)??s).focus()}async function S(h){if(!p){p=!0,s.setAttribute("aria-busy","true"),P(r,"");try{E(await h()??"")}catch(m){E(ue(m))}finally{p=!1,s.removeAttribute("aria-busy")}}}function E(h){P(r,h),h&&r.scrollIntoView({block:"nearest"})}let $=()=>i?.course.nbgrader??"",L={openLesson:h=>{S(()=>o(`${i?.course.lessons}/${h.lesson}`,h.next?.cell))},openCheck:h=>{S(async()=>{F(h,c)||(c=await n.act("fetch",$(),h.check.id));let m=F(h,c)?.notebook;if(!m)throw new B(j.notFetched);await o(m)})},submit:h=>{S(async()=>{let m=F(h,c)?.folder,A=m===void 0?null:await n.answered(m);if(!A||!await C(h,A))return;c=await n.act("submit",$(),h.check.id),await x();let O=G(h,c);if(!O)throw new B(j.notSent);let{questions:_,open:I}=A;return j.receipt(h.check.title,Y(O.timestamp),_-I.length,_)})},readFeedback:h=>{S(async()=>{let m=G(h,c);if((!m?.has_local_feedback||m.feedback_updated)&&(c=await n.act("fetch_feedback",$(),h.check.id),m=G(h,c)),!m?.local_feedback_path)throw new B(j.noFeedback);let A=`${m.local_feedback_path}/${h.check.id}.html`;await t.commands.execute("docmanager:open",{path:A,factory:"HTML Viewer"})})},reload:()=>{x()}};async function C({check:h},{questions:m,open:A}){let O=A.length?j.sureOpen(A,m):j.sureAll(m);return T(j.sureTitle(h.title),O,j.notYet,j.submit,A.length?0:1)}async function T(h,m,A,O,_){let{Dialog:I,showDialog:oe}=e.apputils,ne=[I.cancelButton({label:A}),I.okButton({label:O})];return(await oe({title:h,body:m,buttons:ne,defaultButton:_})).button.accept}let U=h=>T(j.dataSure,h,j.dataKeep,j.dataYes,0);return a.after(Te({requests:n,isSure:U,run:S,refresh:x})),{widget:u,refresh:x}}function ue(e){return e instanceof B&&e.message?e.message:(console.warn("course-lab: the course page could not reach the server",e),j.offline)}function Re(){let e=d("p",{class:"course-bar-text",role:"status"}),t=d("button",{type:"button",class:"course-button"}),o=d("div",{class:"course-bar",hidden:!0},e,t),n=()=>{};return t.addEventListener("click",()=>n()),{node:o,say(r){o.hidden=!r,P(e,r?.text??""),o.dataset.tone=r?.tone??"calm",t.hidden=!r?.action,P(t,r?.action??""),n=r?.onAction??(()=>{})}}}var Nt="reading-";function De(e,{isShown:t,onRead:o}){let n=new Map,r=new Set;function a(){if(!t()||document.hidden)return n.clear();let u=e.outerNode.getBoundingClientRect();for(let{node:i,model:c}of e.widgets)!c.id.startsWith(Nt)||r.has(c.id)||(Ht(i,u)?n.has(c.id)?performance.now()-(n.get(c.id)??0)>=1e3&&(r.add(c.id),o(c.id)):n.set(c.id,performance.now()):n.delete(c.id))}let s=setInterval(a,1e3/2);return()=>clearInterval(s)}function Ht(e,t){let{bottom:o,height:n}=e.getBoundingClientRect();return n>0&&o>t.top&&o<=t.bottom+1}var $t=e=>e/2**32|0,_t=e=>e>>>0;function Ie(e,t,o,n){let r=$t(o),a=_t(o);e.setUint32(t,n?a:r,n),e.setUint32(t+4,n?r:a,n)}function Pe(e){return e instanceof Uint8Array||ArrayBuffer.isView(e)&&e.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in e&&e.BYTES_PER_ELEMENT===1}var de=e=>e?`"${e}" `:"";function Bt(e,t=""){if(typeof e!="number")throw new TypeError(de(t)+"expected number, got "+typeof e);if(!Number.isSafeInteger(e)||e<0)throw new RangeError(de(t)+"expected integer >= 0, got "+e);return e}function V(e,t,o=""){if(Pe(e)&&(t===void 0||e.length===t))return e;t!==void 0&&Bt(t,"length");let n=Pe(e),r=t!==void 0?` of length ${t}`:"",a=n?`length=${e.length}`:`type=${typeof e}`,s=de(o)+"expected Uint8Array"+r+", got "+a;throw n?new RangeError(s):new TypeError(s)}var Mt=(e,t)=>{if(e===null||typeof e!="object"||Array.isArray(e))throw new TypeError((t==="object"?"":`"${t}" `)+"expected object, got type="+typeof e)},Fe=(e,t)=>{Mt(e,t);let o=Object.getPrototypeOf(e);if(o!==Object.prototype&&o!==null)throw new TypeError(`"${t}" expected plain object`);if(Object.hasOwn(e,"__proto__"))throw new TypeError(`"${t}.__proto__" is not allowed`)};function le(e,t=!0){if(e.destroyed)throw new Error("hash was destroyed");if(t&&e.finished)throw new Error("digest() was already called")}function qe(e,t){V(e,void 0,"output");let o=t.outputLen;if(!(e.length>=o))throw new RangeError('"output" expected length >= '+o)}function Q(...e){for(let t=0;t<e.length;t++)e[t].fill(0)}function X(e){return new DataView(e.buffer,e.byteOffset,e.byteLength)}function H(e,t){return e<<32-t|e>>>t}var Ut=typeof Uint8Array.from([]).toHex=="function"&&typeof Uint8Array.fromHex=="function",Rt=Array.from({length:256},(e,t)=>t.toString(16).padStart(2,"0"));function Ge(e){if(V(e),Ut)return e.toHex();let t="";for(let o=0;o<e.length;o++)t+=Rt[e[o]];return t}function ze(e){if(typeof e!="string")throw new TypeError("string expected");let t=new TextEncoder().encode(e);try{return new Uint8Array(t)}finally{Q(t)}}function Dt(e,t,o="opts"){return Fe(e,"defaults"),t!==void 0&&Fe(t,o),Object.assign(Object.create(null),e,t)}function Ke(e,t={}){if(typeof e!="function")throw new TypeError('"hashCons" expected function, got type='+typeof e);t=Dt({},t,"info");let o=(r,a)=>e(a).update(r).digest(),n=e(void 0);return o.outputLen=n.outputLen,o.blockLen=n.blockLen,o.canXOF=n.canXOF,o.create=r=>e(r),Object.assign(o,t),Object.freeze(o)}var We=e=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,e])});function Je(e,t,o){return e&t^~e&o}function Ye(e,t,o){return e&t^e&o^t&o}var Z=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(t,o,n,r){this.blockLen=t,this.outputLen=o,this.padOffset=n,this.isLE=r,this.buffer=new Uint8Array(t),this.view=X(this.buffer)}update(t){le(this),V(t);let{view:o,buffer:n,blockLen:r}=this,a=t.length,s=!1;for(let u=0;u<a;){let i=Math.min(r-this.pos,a-u);if(i===r){let c=X(t);for(;r<=a-u;u+=r)this.process(c,u);s=!0;continue}n.set(u===0&&i===a?t:t.subarray(u,u+i),this.pos),this.pos+=i,u+=i,this.pos===r&&(this.process(o,0),this.pos=0,s=!0)}return this.length+=t.length,s&&this.roundClean(),this}digestInto(t){le(this),qe(t,this),this.finished=!0;let{buffer:o,view:n,blockLen:r,isLE:a}=this,{pos:s}=this;o[s++]=128,o.fill(0,s),this.padOffset>r-s&&(this.process(n,0),o.fill(0)),Ie(n,r-8,this.length*8,a),this.process(n,0),this.roundClean();let u=t===o?n:X(t),i=this.outputLen,c=i/4,p=this.get();if(i%4||c>p.length)throw new Error("invalid outputLen");for(let l=0;l<c;l++)u.setUint32(4*l,p[l],a)}digest(){let{buffer:t,outputLen:o}=this;this.digestInto(t);let n=t.slice(0,o);return this.destroy(),n}_cloneIntoMeta(t){let{buffer:o,length:n,finished:r,destroyed:a,pos:s}=this;return t.destroyed=a,t.finished=r,t.length=n,t.pos=s,s&&t.buffer.set(o),t}clone(){return this._cloneInto()}},Ve=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]);var It=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,2361852424,2428436474,2756734187,3204031479,3329325298]),M=new Uint32Array(64),fe=class extends Z{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(t,o){super(64,t,8,!1),this.A=o[0]|0,this.B=o[1]|0,this.C=o[2]|0,this.D=o[3]|0,this.E=o[4]|0,this.F=o[5]|0,this.G=o[6]|0,this.H=o[7]|0}get(){let{A:t,B:o,C:n,D:r,E:a,F:s,G:u,H:i}=this;return[t,o,n,r,a,s,u,i]}set(t,o,n,r,a,s,u,i){this.A=t|0,this.B=o|0,this.C=n|0,this.D=r|0,this.E=a|0,this.F=s|0,this.G=u|0,this.H=i|0}_cloneInto(t){return(t||=new this.constructor).set(...this.get()),this._cloneIntoMeta(t)}process(t,o){for(let l=0;l<16;l++,o+=4)M[l]=t.getUint32(o,!1);for(let l=16;l<64;l++){let x=M[l-15],w=M[l-2],v=H(x,7)^H(x,18)^x>>>3,S=H(w,17)^H(w,19)^w>>>10;M[l]=S+M[l-7]+v+M[l-16]|0}let{A:n,B:r,C:a,D:s,E:u,F:i,G:c,H:p}=this;for(let l=0;l<64;l++){let x=H(u,6)^H(u,11)^H(u,25),w=p+x+Je(u,i,c)+It[l]+M[l]|0,S=(H(n,2)^H(n,13)^H(n,22))+Ye(n,r,a)|0;p=c,c=i,i=u,u=s+w|0,s=a,a=r,r=n,n=w+S|0}n=n+this.A|0,r=r+this.B|0,a=a+this.C|0,s=s+this.D|0,u=u+this.E|0,i=i+this.F|0,c=c+this.G|0,p=p+this.H|0,this.set(n,r,a,s,u,i,c,p)}roundClean(){Q(M)}destroy(){this.destroyed=!0,this.set(0,0,0,0,0,0,0,0),Q(this.buffer)}},pe=class extends fe{constructor(){super(32,Ve)}};var Qe=Ke(()=>new pe,We(1));var Pt=["text/html","text/plain"],Ft=["collapsed","scrolled","heading_collapsed","jupyter"],qt=e=>Ge(Qe(ze(e)));function Xe(e){let t=[];try{t=JSON.parse(e("courseCode"))}catch{}return{kernel:e("courseKernel"),cells:Array.isArray(t)?t:[]}}var Gt=e=>Array.isArray(e.source)?e.source.join(""):String(e.source??"");function he(e,t){let n=(e.cells??[]).filter(s=>s.cell_type==="code").map(Gt).filter(s=>s.trim());if(!n.length)return"text";let r=new Set(t.cells);return e.metadata?.kernelspec?.name===t.kernel&&n.every(s=>r.has(qt(s)))?"course":"foreign"}function Ze(e){return tt(e,t=>({...t,metadata:{...ot(t.metadata),editable:!1,deletable:!1},...t.outputs&&{outputs:t.outputs.flatMap(zt)}}))}function et(e){return tt(e,t=>({...t,metadata:ot(t.metadata)}))}function tt(e,t){let{widgets:o,...n}=e.metadata??{};return{...e,metadata:n,cells:(e.cells??[]).map(t)}}function ot(e={}){let t=Object.entries(e).filter(([o])=>!Ft.includes(o));return{...Object.fromEntries(t),trusted:!1}}function zt(e){let t=Object.fromEntries(Object.entries(e.data??{}).filter(([o])=>Pt.includes(o)));return"text/html"in t?[{...e,data:t,metadata:{}}]:[]}var be="course-pages-changed",Kt="only-in-notebook",nt=1500,Wt="import course.activities";function rt({lab:e,app:t,panel:o,shipped:n,reload:r,goHome:a}){let{context:s,content:u}=o,{model:i,sessionContext:c}=s,p=i.fromJSON.bind(i),l=i.toJSON.bind(i),x=Re(),w=O(),v=_(k.home.openHome,a),S=J(e,t),E="text",$=null,L=!1,C="waking",T=null,U=0,h=null;i.fromJSON=f=>{E=he(f,n),$=f,p(E==="course"?Ze(f):et(f)),o.node.classList.remove("course-unread"),performance.mark("course-read"),E==="course"?ne():z()},i.toJSON=()=>L&&$?structuredClone($):l(),i.stateChanged.connect(we),u.outerNode.prepend(x.node),o.toolbar.insertItem(0,"course-home",v.widget),o.toolbar.addItem("course-toggle",w.widget);let m=De(u,{isShown:()=>L&&!me(),onRead:I});ft(),wt(),c.statusChanged.connect(ht),c.connectionStatusChanged.connect(bt),c.kernelChanged.connect(xt),e.notebook.NotebookActions.executed.connect(ke),o.node.classList.add("course-unread");let A=()=>o.node.classList.remove("course-unread");s.ready.then(A,A),s.isReady&&i.fromJSON(l());function O(){let f=_("",()=>ge());return f.button.classList.add("course-toggle"),f}function _(f,b){let y=d("button",{type:"button",class:"course-button",click:b},f);return{button:y,widget:new e.widgets.Widget({node:y})}}function I(f){let b=s.path.split("/").at(-1)??"";S.read(b,f).catch(y=>console.warn("course-lab: progress was not noted",y))}async function oe(f){let b=u.widgets.findIndex(({model:y})=>y.id===f);b>0&&await u.scrollToItem(b,"start").catch(()=>{})}function ne(){xe(!0),ye()}function z(){xe(!1),U+=1,clearTimeout(h),x.say(E==="foreign"?{tone:"warning",text:k.foreign}:null)}function xe(f){L=f,o.node.classList.toggle("course-page",f),o.node.classList.toggle("course-foreign",E==="foreign"),o.node.classList.toggle("course-check",me()),v.button.hidden=E==="foreign",w.button.hidden=E!=="course",w.button.textContent=f?k.showAsNotebook:k.showAsPage,f&&dt(),lt(f),document.dispatchEvent(new Event(be))}function ge(){E==="course"&&(L?z():i.fromJSON(l()))}let me=()=>!!$?.cells?.some(f=>f.metadata?.nbgrader?.grade);function dt(){for(let f of u.widgets)f.model.getMetadata("tags")?.includes?.(Kt)&&f.node.classList.add("course-only-in-notebook")}function lt(f){let b=u.node;if(u.viewportNode.removeAttribute("role"),u.viewportNode.removeAttribute("aria-label"),f)b.setAttribute("role","region"),b.setAttribute("aria-label",i.getMetadata("title")||k.page),b.lang=i.getMetadata("lang")||"";else for(let y of["role","aria-label","lang"])b.removeAttribute(y)}function we(){L&&i.dirty&&(i.dirty=!1)}function ft(){for(let f of["keydown","mousedown","dblclick","focusin","focusout","contextmenu"])u.outerNode.addEventListener(f,b=>{!L||Jt(b)||(b.stopPropagation(),Yt(b)&&b.preventDefault())})}function R(f){C=f,o.node.dataset.courseState=C,clearTimeout(h),f==="live"&&(performance.mark("course-live"),x.say(null)),f==="stopped"&&re(k.stopped,k.startAgain),f==="offline"&&re(k.offline,k.reconnect),f==="failed"&&re(k.failed,k.tryAgain)}function re(f,b){x.say({tone:"warning",text:f,action:b,onAction:()=>{gt()}})}async function ye(){let f=++U,b=()=>f!==U||o.isDisposed||!L;R("waking"),h=setTimeout(()=>x.say({tone:"calm",text:k.waking}),nt);try{if(await c.ready,T=c.session?.kernel??null,!T)throw new Error("there is no kernel");if(await T.info,performance.mark("course-kernel"),await T.requestExecute({code:Wt,silent:!0,store_history:!1,allow_stdin:!1}).done,b())return;if(he(l(),n)!=="course"||T.name!==n.kernel)return E="foreign",z();let y=u.widgets.filter(ae=>ae.model.type==="code"),q=pt(y),se=y.map(ae=>e.cells.CodeCell.execute(ae,c));await Promise.all(se),q(),we(),b()||R("live")}catch(y){console.warn("course-lab: the questions could not be started",y),!b()&&C==="waking"&&R("failed")}}function pt(f){for(let{node:b}of f)b.style.minHeight=`${b.offsetHeight}px`;return()=>setTimeout(()=>f.forEach(({node:b})=>b.style.minHeight=""),300)}function K(f){!L||C==="failed"||C==="stopped"&&f==="offline"||(U+=1,R(f))}function ht(f,b){C!=="live"&&C!=="offline"||["restarting","autorestarting","dead","terminating"].includes(b)&&K("stopped")}function bt(f,b){C==="live"&&b!=="connected"?(clearTimeout(h),h=setTimeout(()=>T?.connectionStatus!=="connected"&&K("offline"),nt)):C==="offline"&&b==="connected"&&T&&!T.isDisposed&&T===c.session?.kernel&&R("live")}function xt(f,{newValue:b}){C==="live"&&b!==T&&K("stopped")}function ke(f,{notebook:b,cell:y,success:q}){b!==u||!q||C!=="stopped"&&C!=="failed"||y===u.widgets.findLast(se=>se.model.type==="code")&&(T=c.session?.kernel??null,R("live"))}async function gt(){let f=C;R("waking"),x.say({tone:"calm",text:f==="offline"?k.reconnecting:k.waking}),Vt(u.node.querySelector(".jp-Cell"));try{await mt()}catch(b){return console.warn("course-lab: no kernel to be had without loading the page again",b),r()}await ye()}async function mt(){let{KernelAPI:f}=e.services,b=(await f.listRunning(t.serviceManager.serverSettings)).map(q=>q.id),y=c.session?.kernel;!y||y.isDisposed||y.status==="dead"||!b.includes(y.id)?await c.changeKernel({name:n.kernel}):y.connectionStatus!=="connected"&&await y.reconnect()}function wt(){let f=o._onSessionStatusChanged;typeof f=="function"&&(c.statusChanged.disconnect(f,o),c.statusChanged.connect((b,y)=>{!L&&!o.isDisposed&&f.call(o,b,y)}))}return{kind:()=>E,isShown:()=>L,toggle:ge,goTo:oe,lose:K,dispose(){U+=1,clearTimeout(h),m(),e.notebook.NotebookActions.executed.disconnect(ke)}}}function Jt(e){if(!(e instanceof KeyboardEvent))return!1;let t=e.key.toLowerCase();return e.altKey?t!=="enter":(e.ctrlKey||e.metaKey)&&(e.shiftKey&&t==="c"||!e.shiftKey&&t==="b")}function Yt(e){return e instanceof KeyboardEvent&&(e.ctrlKey||e.metaKey)&&e.key.toLowerCase()==="s"}function Vt(e){e instanceof HTMLElement&&e.focus({preventScroll:!0})}function Qt(){let{classList:e}=document.body;document.addEventListener("keydown",t=>t.key==="Tab"&&e.add("course-by-keyboard"),!0),document.addEventListener("pointerdown",()=>e.remove("course-by-keyboard"),!0)}var ee="course:toggle-page",te="course:home",st="course-visited";function at(e){let{PageConfig:t}=e.coreutils;if(t.getOption("coursePages")!=="true")return[];let o=Xe(s=>t.getOption(s)),n=t.getBaseUrl(),r=new Map,a=()=>{Ee(window.sessionStorage,n),window.location.reload()};return[{id:"course-lab:pages",description:"Shows the course's own notebooks as pages that run by themselves.",autoStart:!0,requires:[e.notebook.INotebookTracker],optional:[e.apputils.ICommandPalette,e.mainmenu.IMainMenu],activate(s,u,i,c){je(window.sessionStorage,n),s.docRegistry.addWidgetExtension("Notebook",{createNew(x){let v=rt({lab:e,app:s,panel:x,shipped:o,reload:a,goHome:()=>{s.commands.execute(te)}});r.set(x,v),x.disposed.connect(()=>{r.delete(x),v.dispose()})}});let p=()=>r.get(u.currentWidget);s.commands.addCommand(ee,{label:k.showAsNotebook,isToggleable:!0,isToggled:()=>p()?.kind()==="course"&&!p()?.isShown(),isEnabled:()=>p()?.kind()==="course",execute:()=>p()?.toggle()}),i?.addItem({command:ee,category:"View"}),c?.viewMenu.addGroup([{command:ee}],9);let l=()=>{let x=s.shell.currentWidget;document.body.classList.toggle("course-page-in-front",!!r.get(x)?.isShown()),s.commands.notifyCommandChanged(ee)};s.shell.currentChanged?.connect(l),Qt(),document.addEventListener(be,l)}},{id:"course-lab:home",description:"Opens the course page when a learner signs in.",autoStart:!0,optional:[e.apputils.ICommandPalette,e.mainmenu.IMainMenu],activate(s,u,i){let c=async(x,w)=>{let v=await s.commands.execute("docmanager:open",{path:x});await v?.context?.ready,w&&await r.get(v)?.goTo(w)},p=null,l=()=>{(!p||p.widget.isDisposed)&&(p=Ue({lab:e,app:s,open:c})),p.widget.isAttached||s.shell.add(p.widget,"main",{rank:0}),s.shell.activateById(p.widget.id),p.refresh()};s.commands.addCommand(te,{label:k.home.openHome,execute:l}),u?.addItem({command:te,category:"View"}),i?.viewMenu.addGroup([{command:te}],8),s.shell.currentChanged?.connect(()=>{p?.widget.isAttached&&s.shell.currentWidget===p.widget&&p.refresh()}),s.restored.then(()=>{t.getOption("treePath")||(window.localStorage.getItem(st)||s.shell.collapseLeft?.(),window.localStorage.setItem(st,"true"),l())})}},{id:"course-lab:connection-lost",description:"Lets the pages say that the connection is lost; where none is open, JupyterLab says it.",autoStart:!0,provides:e.application.IConnectionLost,activate:()=>async(...s)=>{let u=[...r.values()].filter(i=>i.isShown());if(!u.length)return e.application.ConnectionLost(...s);for(let i of u)i.lose("offline")}}]}var it="course-lab",ct={};async function Xt(e){let[t]=Object.values(ct[e]??{});if(!t)throw new Error(`${it}: this JupyterLab does not share ${e}`);return(await t.get())()}async function Zt(){let e=Object.entries(ve).map(async([n,r])=>[n,await Xt(r)]),t=Object.fromEntries(await Promise.all(e)),o=document.createElement("style");return o.textContent=`${Se}
${Ae}`,document.head.append(o),{__esModule:!0,default:at(t)}}var ut=window;ut._JUPYTERLAB??={};ut._JUPYTERLAB[it]={init(e){ct=e},async get(){let e=await Zt();return()=>e}};})();
