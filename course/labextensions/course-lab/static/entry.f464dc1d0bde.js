// Generated from js/ by `npm run build`; edit there.
"use strict";(()=>{var me={application:"@jupyterlab/application",apputils:"@jupyterlab/apputils",cells:"@jupyterlab/cells",coreutils:"@jupyterlab/coreutils",mainmenu:"@jupyterlab/mainmenu",notebook:"@jupyterlab/notebook",services:"@jupyterlab/services",widgets:"@lumino/widgets"};var we=`/* The course page. Colours come from JupyterLab's theme, mixed with its text colour where its own are too weak. */

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
`;var ye=`/* A notebook shown as a page. Colours come from JupyterLab's theme. */

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

[data-jp-item-name="course-home"] .course-button,
.course-button[data-jp-item-name="course-home"] {
  align-self: center;
  height: 24px;
}

.course-toggle {
  align-self: center;
  height: 24px;
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
`;function ne(){let e=globalThis;return e.courseQuiz??={number:Date.now()*1e3+Math.floor(Math.random()*1e3),views:0,pending:new Map},e.courseQuiz}var R="course-unsaved";function ke(e,t){let o=[...ne().pending];try{o.length?e.setItem(R,JSON.stringify({account:t,pending:o})):e.removeItem(R)}catch{}}function ve(e,t){try{let o=JSON.parse(e.getItem(R)??"null");if(e.removeItem(R),o?.account!==t)return;let n=ne();for(let[r,i]of o.pending)n.pending.has(r)||n.pending.set(r,i)}catch{}}function l(e,t={},...o){let n=document.createElement(e);for(let[r,i]of Object.entries(t))typeof i=="function"?n.addEventListener(r,i):wt(n,r,i);return n.append(...o),n}function wt(e,t,o){o===!1||o===null||o===void 0?e.removeAttribute(t):e.setAttribute(t,o===!0?"":String(o))}function U(e,t){e.textContent!==t&&(e.textContent=t)}var k={showAsNotebook:"Show as notebook",showAsPage:"Show as page",page:"Course page",waking:"The questions are starting…",stopped:"The questions have stopped. Every answer that says “Saved” is safe, and the others are still on this page.",startAgain:"Start the questions again",offline:"The connection to the course is lost. Every answer that says “Saved” is safe, and the others are still on this page.",reconnect:"Connect again",reconnecting:"Connecting again…",failed:"The questions could not be started. Your saved answers are safe.",tryAgain:"Try again",foreign:"This notebook’s code is not the course’s own, so it was not started by itself. Run it only if you know who wrote it and what it does. To have the course’s own copy, open the lesson from the lessons folder or fetch the check again.",home:{tab:"Course",openHome:"Course page",next:"Your next step",begin:"Begin",goOn:"Continue",modules:"Modules",module:(e,t)=>`${e}. ${t}`,readNext:e=>`Read: ${e}`,readOn:"Read on",practiceNext:"Try the next practice question",activityNext:"Go on with the next activity",allDone:"You have done all there is here. Come back whenever you like: everything stays as you left it.",nothingNow:"You have done all that is open now. The knowledge checks appear here when your instructor opens them.",read:"Reading",practised:"Practice",check:"Knowledge check",sections:(e,t)=>`${e} of ${t} sections read`,questions:(e,t)=>`${e} of ${t} questions tried`,cards:"Flashcards",cardsWait:(e,t)=>[e&&`${e} due today`,t&&`${t} new`].filter(Boolean).join(", "),openLesson:e=>`Open the lesson (about ${e} minutes)`,checkUnknown:"Not known at the moment",checkClosed:"Not open yet",checkOpen:e=>`Open: ${e} questions`,checkStarted:(e,t)=>`${e} of ${t} questions answered`,checkAnswered:e=>`All ${e} questions answered, not submitted yet`,checkSubmitted:e=>`Submitted on ${e}. Feedback is not there yet.`,checkFeedback:e=>`Submitted on ${e}. Your feedback is there.`,beginCheck:"Begin the knowledge check",goOnCheck:"Go on with the knowledge check",seeAnswers:"Look at my answers",submit:"Submit",submitAgain:"Submit again",readFeedback:"Read the feedback",sureTitle:e=>`Submit ${e}?`,sureOpen:(e,t)=>`${e.length===1?"Question":"Questions"} ${e.join(", ")} of ${t} ${e.length===1?"has":"have"} no answer yet. You can go back and answer, or submit as it is.`,sureAll:e=>`All ${e} questions have an answer. They will be sent as they are now.`,notYet:"Not yet",receipt:(e,t,o,n)=>`${e}: submitted on ${t}, with answers to ${o} of ${n} questions.`,tryAgain:"Try again",noChecks:"The knowledge checks can’t be listed now.",notFetched:"The knowledge check could not be fetched. Try again, or tell your instructor.",notSent:"The knowledge check could not be submitted. Your answers are safe: try again, or tell your instructor.",noFeedback:"The feedback could not be fetched. Try again, or tell your instructor.",offline:"The course could not be reached. Your answers are safe. Check your connection, then try again."}};var N=class extends Error{};function G(e,t){let{ServerConnection:o}=e.services,{URLExt:n}=e.coreutils,r=t.serviceManager.serverSettings;async function i(a,c={}){let b=await o.makeRequest(n.join(r.baseUrl,a),c,r),f=await b.json().catch(()=>null);if(!b.ok)throw new N(f?.message??b.statusText);return f}async function s(a,c){let{success:b,value:f}=await i(a,c);if(!b)throw new N(yt(f));return f}return{progress:()=>i("course/progress"),read:(a,c)=>i("course/read",{method:"POST",body:JSON.stringify({lesson:a,cell:c})}),answered:a=>i(`course/answered?${new URLSearchParams({folder:a})}`),assignments:a=>s(`assignments?${new URLSearchParams({course_id:a})}`),act:(a,c,b)=>s(`assignments/${a}`,{method:"POST",headers:{"Content-Type":"application/json"},body:JSON.stringify({course_id:c,assignment_id:b})})}}var yt=e=>String(e??"").trim().split(`
`).at(-1)??"";function I({check:e},t){let o=t.find(({assignment_id:n,status:r})=>n===e.id&&r==="fetched");return o?{folder:o.path,notebook:o.notebooks[0]?.path??null}:null}function q({check:e},t){return t.filter(({assignment_id:r,status:i})=>r===e.id&&i==="submitted").flatMap(({submissions:r})=>r??[]).sort((r,i)=>r.timestamp<i.timestamp?-1:1).at(-1)??null}function Ae(e,t,o){let n=q(e,t),r=I(e,t),i=t.some(({assignment_id:u,status:a})=>u===e.check.id&&a==="released");return{stage:s(),notebook:r?.notebook??null,answered:o,sent:n};function s(){return n?n.has_local_feedback||n.has_exchange_feedback?"feedback":"submitted":r?o&&!o.open.length?"answered":"started":i?"open":"closed"}}function Se(e,t){for(let n of e){let r=t.get(n.id)?.stage;if(!(r==="submitted"||r==="feedback")){if(n.next)return{module:n,step:"lesson"};if(r&&r!=="closed")return{module:n,step:"check"}}}let o=e.find(({next:n})=>n);return o?{module:o,step:"lesson"}:null}function je(e){let[t,o="00:00:00",n="UTC"]=e.split(" ");return new Date(`${t}T${o.slice(0,12)}${n==="UTC"?"Z":n}`)}var x=k.home;function Ee({course:e,standings:t,problem:o},n){return[l("h1",{},e.title),Et(e),kt(e,t,n),...o?[Le(o,n.reload)]:[],l("h2",{},x.modules),l("ol",{class:"course-modules"},...e.modules.map((r,i)=>At(r,i+1,t,n))),l("p",{class:"course-quiet"},e.disclaimer)]}function Te(e,t,o){return[l("h1",{},e),Le(t,o)]}function Le(e,t){return l("div",{class:"course-trouble",role:"alert"},l("p",{},e),M("reload",x.tryAgain,t))}function kt({modules:e},t,{openLesson:o,openCheck:n,submit:r}){let i=Se(e,t);if(!i){let f=t.size===e.length&&e.every(({next:m})=>!m);return re([l("p",{},f?x.allDone:x.nothingNow)])}let{module:s}=i,u=e.indexOf(s)+1,a=t.get(s.id);if(i.step==="lesson"){let f=s.read.done+s.practice.done===0,m=l("p",{},l("b",{},x.module(u,s.title)),l("br"),vt(s));return re([m,M("next",f?x.begin:x.goOn,()=>o(s),"course-primary")])}let c=l("p",{},l("b",{},s.check.title),l("br"),Oe(s,a)),b=a?.stage==="answered"?r:n;return re([c,M("next",jt(a),()=>b(s),"course-primary")])}function re(e){return l("section",{class:"course-next","aria-labelledby":"course-next"},l("h2",{id:"course-next"},x.next),...e)}function vt({next:e}){return e?.kind==="read"?e.title?x.readNext(e.title):x.readOn:e?.kind==="practice"?x.practiceNext:x.activityNext}function At(e,t,o,n){let r=o.get(e.id),i=`course-module-${e.id}`;return l("li",{class:"course-card","aria-labelledby":i},l("h3",{id:i},x.module(t,e.title)),l("p",{},e.summary),l("dl",{class:"course-standing"},...Ce(x.read,e.read,x.sections),...e.practice.of?Ce(x.practised,e.practice,x.questions):[],...St(e),l("dt",{},x.check),l("dd",{},Oe(e,r))),l("div",{class:"course-actions"},M(`lesson-${e.id}`,x.openLesson(e.minutes.lesson),()=>n.openLesson(e),"",e.title),...Ct(e,r,n)))}function Ce(e,{done:t,of:o},n){let r=l("span",{class:"course-bar-of","aria-hidden":"true"},l("span",{style:`inline-size: ${o?100*t/o:0}%`}));return[l("dt",{},e),l("dd",{},n(t,o),r)]}function St({cards:{due:e,new:t}}){return e+t?[l("dt",{},x.cards),l("dd",{},x.cardsWait(e,t))]:[]}function Oe({check:e},t){if(!t)return x.checkUnknown;let{stage:o,answered:n,sent:r}=t,i=n?n.questions-n.open.length:0;switch(o){case"closed":return x.checkClosed;case"open":return x.checkOpen(e.questions);case"started":return x.checkStarted(i,n?.questions??e.questions);case"answered":return x.checkAnswered(e.questions);case"submitted":return x.checkSubmitted(z(r?.timestamp??""));case"feedback":return x.checkFeedback(z(r?.timestamp??""))}}function jt(e){return e?.stage==="answered"?x.submit:e?.stage==="open"?x.beginCheck:x.goOnCheck}function Ct(e,t,{openCheck:o,submit:n,readFeedback:r}){let{id:i,title:s}={id:e.id,title:e.check.title},u=c=>M(`check-${i}`,c,()=>o(e),"",s),a=c=>M(`submit-${i}`,c,()=>n(e),"",s);switch(t?.stage){case"open":return[u(x.beginCheck)];case"started":return[u(x.goOnCheck),a(x.submit)];case"answered":return[u(x.seeAnswers),a(x.submit)];case"submitted":return t.notebook?[u(x.seeAnswers),a(x.submitAgain)]:[];case"feedback":return[M(`feedback-${i}`,x.readFeedback,()=>r(e),"",s)];default:return[]}}function Et({help:e}){let t=e.lines.flatMap(({name:o,number:n,url:r},i)=>{let s=r?l("a",{href:r,target:"_blank",rel:"noreferrer"},o):o;return[i?" · ":" ",s," ",l("b",{class:"course-number"},n)]});return l("p",{class:"course-help"},l("b",{},e.lead),...t)}function M(e,t,o,n="",r=""){let i={type:"button",class:`course-button ${n}`.trim(),"data-key":e,click:o};return l("button",i,t,...r?[l("span",{class:"course-unseen"},`: ${r}`)]:[])}function z(e){let t=new Intl.DateTimeFormat(document.documentElement.lang||void 0,{dateStyle:"medium",timeStyle:"short"}),o=je(e);return Number.isNaN(o.valueOf())?e:t.format(o)}var j=k.home;function He({lab:e,app:t,open:o}){let n=G(e,t),r=l("p",{class:"course-said",role:"status"}),i=l("div",{class:"course-home-content"}),s=l("section",{class:"course-home",tabindex:-1,"aria-label":j.openHome},l("div",{class:"course-home-column"},r,i)),u=new e.widgets.Widget({node:s});u.id="course-home",u.title.label=j.tab,u.title.closable=!0;let a=null,c=[],b=!1,f=0;async function m(){let p=++f;try{let g=await n.progress(),w=await v(g);if(p!==f)return;a={course:g,...w},S(Ee(a,E))}catch(g){p===f&&S(Te(j.tab,se(g),()=>{m()}))}}async function v(p){let g=new Map;try{c=await n.assignments(p.nbgrader);for(let w of p.modules){let H=I(w,c)?.folder,O=H===void 0?null:await n.answered(H).catch(()=>null);g.set(w.id,Ae(w,c,O))}return{standings:g,problem:""}}catch(w){return{standings:new Map,problem:`${j.noChecks} ${se(w)}`}}}function S(p){let g=i.contains(document.activeElement)&&document.activeElement.dataset.key;i.replaceChildren(...p),g&&(i.querySelector(`[data-key="${g}"]`)??s).focus()}async function L(p){if(!b){b=!0,s.setAttribute("aria-busy","true"),U(r,"");try{C(await p()??"")}catch(g){C(se(g))}finally{b=!1,s.removeAttribute("aria-busy")}}}function C(p){U(r,p),p&&r.scrollIntoView({block:"nearest"})}let _=()=>a?.course.nbgrader??"",E={openLesson:p=>{L(()=>o(`${a?.course.lessons}/${p.lesson}`,p.next?.cell))},openCheck:p=>{L(async()=>{I(p,c)||(c=await n.act("fetch",_(),p.check.id));let g=I(p,c)?.notebook;if(!g)throw new N(j.notFetched);await o(g)})},submit:p=>{L(async()=>{let g=I(p,c)?.folder,w=g===void 0?null:await n.answered(g);if(!w||!await A(p,w))return;c=await n.act("submit",_(),p.check.id),await m();let H=q(p,c);if(!H)throw new N(j.notSent);let{questions:O,open:D}=w;return j.receipt(p.check.title,z(H.timestamp),O-D.length,O)})},readFeedback:p=>{L(async()=>{let g=q(p,c);if((!g?.has_local_feedback||g.feedback_updated)&&(c=await n.act("fetch_feedback",_(),p.check.id),g=q(p,c)),!g?.local_feedback_path)throw new N(j.noFeedback);let w=`${g.local_feedback_path}/${p.check.id}.html`;await t.commands.execute("docmanager:open",{path:w,factory:"HTML Viewer"})})},reload:()=>{m()}};async function A({check:p},{questions:g,open:w}){let H=w.length?j.sureOpen(w,g):j.sureAll(g),{Dialog:O,showDialog:D}=e.apputils;return(await D({title:j.sureTitle(p.title),body:H,buttons:[O.cancelButton({label:j.notYet}),O.okButton({label:j.submit})],defaultButton:w.length?0:1})).button.accept}return{widget:u,refresh:m}}function se(e){return e instanceof N&&e.message?e.message:(console.warn("course-lab: the course page could not reach the server",e),j.offline)}function Ne(){let e=l("p",{class:"course-bar-text",role:"status"}),t=l("button",{type:"button",class:"course-button"}),o=l("div",{class:"course-bar",hidden:!0},e,t),n=()=>{};return t.addEventListener("click",()=>n()),{node:o,say(r){o.hidden=!r,U(e,r?.text??""),o.dataset.tone=r?.tone??"calm",t.hidden=!r?.action,U(t,r?.action??""),n=r?.onAction??(()=>{})}}}var Tt="reading-";function _e(e,{isShown:t,onRead:o}){let n=new Map,r=new Set;function i(){if(!t()||document.hidden)return n.clear();let u=e.outerNode.getBoundingClientRect();for(let{node:a,model:c}of e.widgets)!c.id.startsWith(Tt)||r.has(c.id)||(Lt(a,u)?n.has(c.id)?performance.now()-(n.get(c.id)??0)>=1e3&&(r.add(c.id),o(c.id)):n.set(c.id,performance.now()):n.delete(c.id))}let s=setInterval(i,1e3/2);return()=>clearInterval(s)}function Lt(e,t){let{bottom:o,height:n}=e.getBoundingClientRect();return n>0&&o>t.top&&o<=t.bottom+1}var Ot=e=>e/2**32|0,Ht=e=>e>>>0;function Be(e,t,o,n){let r=Ot(o),i=Ht(o);e.setUint32(t,n?i:r,n),e.setUint32(t+4,n?r:i,n)}function $e(e){return e instanceof Uint8Array||ArrayBuffer.isView(e)&&e.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in e&&e.BYTES_PER_ELEMENT===1}var ie=e=>e?`"${e}" `:"";function Nt(e,t=""){if(typeof e!="number")throw new TypeError(ie(t)+"expected number, got "+typeof e);if(!Number.isSafeInteger(e)||e<0)throw new RangeError(ie(t)+"expected integer >= 0, got "+e);return e}function K(e,t,o=""){if($e(e)&&(t===void 0||e.length===t))return e;t!==void 0&&Nt(t,"length");let n=$e(e),r=t!==void 0?` of length ${t}`:"",i=n?`length=${e.length}`:`type=${typeof e}`,s=ie(o)+"expected Uint8Array"+r+", got "+i;throw n?new RangeError(s):new TypeError(s)}var _t=(e,t)=>{if(e===null||typeof e!="object"||Array.isArray(e))throw new TypeError((t==="object"?"":`"${t}" `)+"expected object, got type="+typeof e)},Me=(e,t)=>{_t(e,t);let o=Object.getPrototypeOf(e);if(o!==Object.prototype&&o!==null)throw new TypeError(`"${t}" expected plain object`);if(Object.hasOwn(e,"__proto__"))throw new TypeError(`"${t}.__proto__" is not allowed`)};function ae(e,t=!0){if(e.destroyed)throw new Error("hash was destroyed");if(t&&e.finished)throw new Error("digest() was already called")}function Ue(e,t){K(e,void 0,"output");let o=t.outputLen;if(!(e.length>=o))throw new RangeError('"output" expected length >= '+o)}function W(...e){for(let t=0;t<e.length;t++)e[t].fill(0)}function J(e){return new DataView(e.buffer,e.byteOffset,e.byteLength)}function T(e,t){return e<<32-t|e>>>t}var Bt=typeof Uint8Array.from([]).toHex=="function"&&typeof Uint8Array.fromHex=="function",$t=Array.from({length:256},(e,t)=>t.toString(16).padStart(2,"0"));function Ie(e){if(K(e),Bt)return e.toHex();let t="";for(let o=0;o<e.length;o++)t+=$t[e[o]];return t}function De(e){if(typeof e!="string")throw new TypeError("string expected");let t=new TextEncoder().encode(e);try{return new Uint8Array(t)}finally{W(t)}}function Mt(e,t,o="opts"){return Me(e,"defaults"),t!==void 0&&Me(t,o),Object.assign(Object.create(null),e,t)}function Fe(e,t={}){if(typeof e!="function")throw new TypeError('"hashCons" expected function, got type='+typeof e);t=Mt({},t,"info");let o=(r,i)=>e(i).update(r).digest(),n=e(void 0);return o.outputLen=n.outputLen,o.blockLen=n.blockLen,o.canXOF=n.canXOF,o.create=r=>e(r),Object.assign(o,t),Object.freeze(o)}var qe=e=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,e])});function Pe(e,t,o){return e&t^~e&o}function Re(e,t,o){return e&t^e&o^t&o}var Y=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(t,o,n,r){this.blockLen=t,this.outputLen=o,this.padOffset=n,this.isLE=r,this.buffer=new Uint8Array(t),this.view=J(this.buffer)}update(t){ae(this),K(t);let{view:o,buffer:n,blockLen:r}=this,i=t.length,s=!1;for(let u=0;u<i;){let a=Math.min(r-this.pos,i-u);if(a===r){let c=J(t);for(;r<=i-u;u+=r)this.process(c,u);s=!0;continue}n.set(u===0&&a===i?t:t.subarray(u,u+a),this.pos),this.pos+=a,u+=a,this.pos===r&&(this.process(o,0),this.pos=0,s=!0)}return this.length+=t.length,s&&this.roundClean(),this}digestInto(t){ae(this),Ue(t,this),this.finished=!0;let{buffer:o,view:n,blockLen:r,isLE:i}=this,{pos:s}=this;o[s++]=128,o.fill(0,s),this.padOffset>r-s&&(this.process(n,0),o.fill(0)),Be(n,r-8,this.length*8,i),this.process(n,0),this.roundClean();let u=t===o?n:J(t),a=this.outputLen,c=a/4,b=this.get();if(a%4||c>b.length)throw new Error("invalid outputLen");for(let f=0;f<c;f++)u.setUint32(4*f,b[f],i)}digest(){let{buffer:t,outputLen:o}=this;this.digestInto(t);let n=t.slice(0,o);return this.destroy(),n}_cloneIntoMeta(t){let{buffer:o,length:n,finished:r,destroyed:i,pos:s}=this;return t.destroyed=i,t.finished=r,t.length=n,t.pos=s,s&&t.buffer.set(o),t}clone(){return this._cloneInto()}},Ge=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]);var Ut=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,2361852424,2428436474,2756734187,3204031479,3329325298]),B=new Uint32Array(64),ce=class extends Y{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(t,o){super(64,t,8,!1),this.A=o[0]|0,this.B=o[1]|0,this.C=o[2]|0,this.D=o[3]|0,this.E=o[4]|0,this.F=o[5]|0,this.G=o[6]|0,this.H=o[7]|0}get(){let{A:t,B:o,C:n,D:r,E:i,F:s,G:u,H:a}=this;return[t,o,n,r,i,s,u,a]}set(t,o,n,r,i,s,u,a){this.A=t|0,this.B=o|0,this.C=n|0,this.D=r|0,this.E=i|0,this.F=s|0,this.G=u|0,this.H=a|0}_cloneInto(t){return(t||=new this.constructor).set(...this.get()),this._cloneIntoMeta(t)}process(t,o){for(let f=0;f<16;f++,o+=4)B[f]=t.getUint32(o,!1);for(let f=16;f<64;f++){let m=B[f-15],v=B[f-2],S=T(m,7)^T(m,18)^m>>>3,L=T(v,17)^T(v,19)^v>>>10;B[f]=L+B[f-7]+S+B[f-16]|0}let{A:n,B:r,C:i,D:s,E:u,F:a,G:c,H:b}=this;for(let f=0;f<64;f++){let m=T(u,6)^T(u,11)^T(u,25),v=b+m+Pe(u,a,c)+Ut[f]+B[f]|0,L=(T(n,2)^T(n,13)^T(n,22))+Re(n,r,i)|0;b=c,c=a,a=u,u=s+v|0,s=i,i=r,r=n,n=v+L|0}n=n+this.A|0,r=r+this.B|0,i=i+this.C|0,s=s+this.D|0,u=u+this.E|0,a=a+this.F|0,c=c+this.G|0,b=b+this.H|0,this.set(n,r,i,s,u,a,c,b)}roundClean(){W(B)}destroy(){this.destroyed=!0,this.set(0,0,0,0,0,0,0,0),W(this.buffer)}},ue=class extends ce{constructor(){super(32,Ge)}};var ze=Fe(()=>new ue,qe(1));var It=["text/html","text/plain"],Dt=["collapsed","scrolled","heading_collapsed","jupyter"],Ft=e=>Ie(ze(De(e)));function Ke(e){let t=[];try{t=JSON.parse(e("courseCode"))}catch{}return{kernel:e("courseKernel"),cells:Array.isArray(t)?t:[]}}var qt=e=>Array.isArray(e.source)?e.source.join(""):String(e.source??"");function de(e,t){let n=(e.cells??[]).filter(s=>s.cell_type==="code").map(qt).filter(s=>s.trim());if(!n.length)return"text";let r=new Set(t.cells);return e.metadata?.kernelspec?.name===t.kernel&&n.every(s=>r.has(Ft(s)))?"course":"foreign"}function We(e){return Ye(e,t=>({...t,metadata:{...Ve(t.metadata),editable:!1,deletable:!1},...t.outputs&&{outputs:t.outputs.flatMap(Pt)}}))}function Je(e){return Ye(e,t=>({...t,metadata:Ve(t.metadata)}))}function Ye(e,t){let{widgets:o,...n}=e.metadata??{};return{...e,metadata:n,cells:(e.cells??[]).map(t)}}function Ve(e={}){let t=Object.entries(e).filter(([o])=>!Dt.includes(o));return{...Object.fromEntries(t),trusted:!1}}function Pt(e){let t=Object.fromEntries(Object.entries(e.data??{}).filter(([o])=>It.includes(o)));return"text/html"in t?[{...e,data:t,metadata:{}}]:[]}var le="course-pages-changed",Rt="only-in-notebook",Qe=1500,Gt="import course.activities";function Xe({lab:e,app:t,panel:o,shipped:n,reload:r,goHome:i}){let{context:s,content:u}=o,{model:a,sessionContext:c}=s,b=a.fromJSON.bind(a),f=a.toJSON.bind(a),m=Ne(),v=D(),S=X(k.home.openHome,i),L=G(e,t),C="text",_=null,E=!1,A="waking",p=null,g=0,w=null;a.fromJSON=d=>{C=de(d,n),_=d,b(C==="course"?We(d):Je(d)),o.node.classList.remove("course-unread"),performance.mark("course-read"),C==="course"?it():Z()},a.toJSON=()=>E&&_?structuredClone(_):f(),a.stateChanged.connect(be),u.outerNode.prepend(m.node),o.toolbar.insertItem(0,"course-home",S.widget),o.toolbar.addItem("course-toggle",v.widget);let H=_e(u,{isShown:()=>E&&!he(),onRead:rt});ut(),xt(),c.statusChanged.connect(lt),c.connectionStatusChanged.connect(ft),c.kernelChanged.connect(pt),e.notebook.NotebookActions.executed.connect(ge),o.node.classList.add("course-unread");let O=()=>o.node.classList.remove("course-unread");s.ready.then(O,O),s.isReady&&a.fromJSON(f());function D(){let d=X("",()=>pe());return d.button.classList.add("course-toggle"),d}function X(d,h){let y=l("button",{type:"button",class:"course-button",click:h},d);return{button:y,widget:new e.widgets.Widget({node:y})}}function rt(d){let h=s.path.split("/").at(-1)??"";L.read(h,d).catch(y=>console.warn("course-lab: progress was not noted",y))}async function st(d){let h=u.widgets.findIndex(({model:y})=>y.id===d);h>0&&await u.scrollToItem(h,"start").catch(()=>{})}function it(){fe(!0),xe()}function Z(){fe(!1),g+=1,clearTimeout(w),m.say(C==="foreign"?{tone:"warning",text:k.foreign}:null)}function fe(d){E=d,o.node.classList.toggle("course-page",d),o.node.classList.toggle("course-foreign",C==="foreign"),o.node.classList.toggle("course-check",he()),S.button.hidden=C==="foreign",v.button.hidden=C!=="course",v.button.textContent=d?k.showAsNotebook:k.showAsPage,d&&at(),ct(d),document.dispatchEvent(new Event(le))}function pe(){C==="course"&&(E?Z():a.fromJSON(f()))}let he=()=>!!_?.cells?.some(d=>d.metadata?.nbgrader?.grade);function at(){for(let d of u.widgets)d.model.getMetadata("tags")?.includes?.(Rt)&&d.node.classList.add("course-only-in-notebook")}function ct(d){let h=u.node;if(u.viewportNode.removeAttribute("role"),u.viewportNode.removeAttribute("aria-label"),d)h.setAttribute("role","region"),h.setAttribute("aria-label",a.getMetadata("title")||k.page),h.lang=a.getMetadata("lang")||"";else for(let y of["role","aria-label","lang"])h.removeAttribute(y)}function be(){E&&a.dirty&&(a.dirty=!1)}function ut(){for(let d of["keydown","mousedown","dblclick","focusin","focusout","contextmenu"])u.outerNode.addEventListener(d,h=>{!E||zt(h)||(h.stopPropagation(),Kt(h)&&h.preventDefault())})}function $(d){A=d,o.node.dataset.courseState=A,clearTimeout(w),d==="live"&&(performance.mark("course-live"),m.say(null)),d==="stopped"&&ee(k.stopped,k.startAgain),d==="offline"&&ee(k.offline,k.reconnect),d==="failed"&&ee(k.failed,k.tryAgain)}function ee(d,h){m.say({tone:"warning",text:d,action:h,onAction:()=>{ht()}})}async function xe(){let d=++g,h=()=>d!==g||o.isDisposed||!E;$("waking"),w=setTimeout(()=>m.say({tone:"calm",text:k.waking}),Qe);try{if(await c.ready,p=c.session?.kernel??null,!p)throw new Error("there is no kernel");if(await p.info,performance.mark("course-kernel"),await p.requestExecute({code:Gt,silent:!0,store_history:!1,allow_stdin:!1}).done,h())return;if(de(f(),n)!=="course"||p.name!==n.kernel)return C="foreign",Z();let y=u.widgets.filter(oe=>oe.model.type==="code"),F=dt(y),te=y.map(oe=>e.cells.CodeCell.execute(oe,c));await Promise.all(te),F(),be(),h()||$("live")}catch(y){console.warn("course-lab: the questions could not be started",y),!h()&&A==="waking"&&$("failed")}}function dt(d){for(let{node:h}of d)h.style.minHeight=`${h.offsetHeight}px`;return()=>setTimeout(()=>d.forEach(({node:h})=>h.style.minHeight=""),300)}function P(d){!E||A==="failed"||A==="stopped"&&d==="offline"||(g+=1,$(d))}function lt(d,h){A!=="live"&&A!=="offline"||["restarting","autorestarting","dead","terminating"].includes(h)&&P("stopped")}function ft(d,h){A==="live"&&h!=="connected"?(clearTimeout(w),w=setTimeout(()=>p?.connectionStatus!=="connected"&&P("offline"),Qe)):A==="offline"&&h==="connected"&&p&&!p.isDisposed&&p===c.session?.kernel&&$("live")}function pt(d,{newValue:h}){A==="live"&&h!==p&&P("stopped")}function ge(d,{notebook:h,cell:y,success:F}){h!==u||!F||A!=="stopped"&&A!=="failed"||y===u.widgets.findLast(te=>te.model.type==="code")&&(p=c.session?.kernel??null,$("live"))}async function ht(){let d=A;$("waking"),m.say({tone:"calm",text:d==="offline"?k.reconnecting:k.waking}),Wt(u.node.querySelector(".jp-Cell"));try{await bt()}catch(h){return console.warn("course-lab: no kernel to be had without loading the page again",h),r()}await xe()}async function bt(){let{KernelAPI:d}=e.services,h=(await d.listRunning(t.serviceManager.serverSettings)).map(F=>F.id),y=c.session?.kernel;!y||y.isDisposed||y.status==="dead"||!h.includes(y.id)?await c.changeKernel({name:n.kernel}):y.connectionStatus!=="connected"&&await y.reconnect()}function xt(){let d=o._onSessionStatusChanged;typeof d=="function"&&(c.statusChanged.disconnect(d,o),c.statusChanged.connect((h,y)=>{!E&&!o.isDisposed&&d.call(o,h,y)}))}return{kind:()=>C,isShown:()=>E,toggle:pe,goTo:st,lose:P,dispose(){g+=1,clearTimeout(w),H(),e.notebook.NotebookActions.executed.disconnect(ge)}}}function zt(e){if(!(e instanceof KeyboardEvent))return!1;let t=e.key.toLowerCase();return e.altKey?t!=="enter":(e.ctrlKey||e.metaKey)&&(e.shiftKey&&t==="c"||!e.shiftKey&&t==="b")}function Kt(e){return e instanceof KeyboardEvent&&(e.ctrlKey||e.metaKey)&&e.key.toLowerCase()==="s"}function Wt(e){e instanceof HTMLElement&&e.focus({preventScroll:!0})}function Jt(){let{classList:e}=document.body;document.addEventListener("keydown",t=>t.key==="Tab"&&e.add("course-by-keyboard"),!0),document.addEventListener("pointerdown",()=>e.remove("course-by-keyboard"),!0)}var V="course:toggle-page",Q="course:home",Ze="course-visited";function et(e){let{PageConfig:t}=e.coreutils;if(t.getOption("coursePages")!=="true")return[];let o=Ke(s=>t.getOption(s)),n=t.getBaseUrl(),r=new Map,i=()=>{ke(window.sessionStorage,n),window.location.reload()};return[{id:"course-lab:pages",description:"Shows the course's own notebooks as pages that run by themselves.",autoStart:!0,requires:[e.notebook.INotebookTracker],optional:[e.apputils.ICommandPalette,e.mainmenu.IMainMenu],activate(s,u,a,c){ve(window.sessionStorage,n),s.docRegistry.addWidgetExtension("Notebook",{createNew(m){let S=Xe({lab:e,app:s,panel:m,shipped:o,reload:i,goHome:()=>{s.commands.execute(Q)}});r.set(m,S),m.disposed.connect(()=>{r.delete(m),S.dispose()})}});let b=()=>r.get(u.currentWidget);s.commands.addCommand(V,{label:k.showAsNotebook,isToggleable:!0,isToggled:()=>b()?.kind()==="course"&&!b()?.isShown(),isEnabled:()=>b()?.kind()==="course",execute:()=>b()?.toggle()}),a?.addItem({command:V,category:"View"}),c?.viewMenu.addGroup([{command:V}],9);let f=()=>{let m=s.shell.currentWidget;document.body.classList.toggle("course-page-in-front",!!r.get(m)?.isShown()),s.commands.notifyCommandChanged(V)};s.shell.currentChanged?.connect(f),Jt(),document.addEventListener(le,f)}},{id:"course-lab:home",description:"Opens the course page when a learner signs in.",autoStart:!0,optional:[e.apputils.ICommandPalette,e.mainmenu.IMainMenu],activate(s,u,a){let c=async(m,v)=>{let S=await s.commands.execute("docmanager:open",{path:m});await S?.context?.ready,v&&await r.get(S)?.goTo(v)},b=null,f=()=>{(!b||b.widget.isDisposed)&&(b=He({lab:e,app:s,open:c})),b.widget.isAttached||s.shell.add(b.widget,"main",{rank:0}),s.shell.activateById(b.widget.id),b.refresh()};s.commands.addCommand(Q,{label:k.home.openHome,execute:f}),u?.addItem({command:Q,category:"View"}),a?.viewMenu.addGroup([{command:Q}],8),s.shell.currentChanged?.connect(()=>{b?.widget.isAttached&&s.shell.currentWidget===b.widget&&b.refresh()}),s.restored.then(()=>{t.getOption("treePath")||(window.localStorage.getItem(Ze)||s.shell.collapseLeft?.(),window.localStorage.setItem(Ze,"true"),f())})}},{id:"course-lab:connection-lost",description:"Lets the pages say that the connection is lost; where none is open, JupyterLab says it.",autoStart:!0,provides:e.application.IConnectionLost,activate:()=>async(...s)=>{let u=[...r.values()].filter(a=>a.isShown());if(!u.length)return e.application.ConnectionLost(...s);for(let a of u)a.lose("offline")}}]}var tt="course-lab",ot={};async function Yt(e){let[t]=Object.values(ot[e]??{});if(!t)throw new Error(`${tt}: this JupyterLab does not share ${e}`);return(await t.get())()}async function Vt(){let e=Object.entries(me).map(async([n,r])=>[n,await Yt(r)]),t=Object.fromEntries(await Promise.all(e)),o=document.createElement("style");return o.textContent=`${ye}
${we}`,document.head.append(o),{__esModule:!0,default:et(t)}}var nt=window;nt._JUPYTERLAB??={};nt._JUPYTERLAB[tt]={init(e){ot=e},async get(){let e=await Vt();return()=>e}};})();
