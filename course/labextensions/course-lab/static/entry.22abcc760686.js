// Generated from js/ by `npm run build`; edit there.
"use strict";(()=>{var ee={application:"@jupyterlab/application",apputils:"@jupyterlab/apputils",cells:"@jupyterlab/cells",coreutils:"@jupyterlab/coreutils",mainmenu:"@jupyterlab/mainmenu",notebook:"@jupyterlab/notebook",services:"@jupyterlab/services",widgets:"@lumino/widgets"};var te=`/* A notebook shown as a page. Colours come from JupyterLab's theme. */

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
.course-page .jp-NotebookPanel-toolbar > .jp-Toolbar-item:not([data-jp-item-name="course-toggle"]) {
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
`;function I(){let e=globalThis;return e.courseQuiz??={number:Date.now()*1e3+Math.floor(Math.random()*1e3),views:0,pending:new Map},e.courseQuiz}var T="course-unsaved";function oe(e,t){let o=[...I().pending];try{o.length?e.setItem(T,JSON.stringify({account:t,pending:o})):e.removeItem(T)}catch{}}function ne(e,t){try{let o=JSON.parse(e.getItem(T)??"null");if(e.removeItem(T),o?.account!==t)return;let n=I();for(let[r,c]of o.pending)n.pending.has(r)||n.pending.set(r,c)}catch{}}function H(e,t={},...o){let n=document.createElement(e);for(let[r,c]of Object.entries(t))typeof c=="function"?n.addEventListener(r,c):Ke(n,r,c);return n.append(...o),n}function Ke(e,t,o){o===!1||o===null||o===void 0?e.removeAttribute(t):e.setAttribute(t,o===!0?"":String(o))}function F(e,t){e.textContent!==t&&(e.textContent=t)}function re(){let e=H("p",{class:"course-bar-text",role:"status"}),t=H("button",{type:"button",class:"course-button"}),o=H("div",{class:"course-bar",hidden:!0},e,t),n=()=>{};return t.addEventListener("click",()=>n()),{node:o,say(r){o.hidden=!r,F(e,r?.text??""),o.dataset.tone=r?.tone??"calm",t.hidden=!r?.action,F(t,r?.action??""),n=r?.onAction??(()=>{})}}}var Re=e=>e/2**32|0,We=e=>e>>>0;function se(e,t,o,n){let r=Re(o),c=We(o);e.setUint32(t,n?c:r,n),e.setUint32(t+4,n?r:c,n)}function ie(e){return e instanceof Uint8Array||ArrayBuffer.isView(e)&&e.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in e&&e.BYTES_PER_ELEMENT===1}var K=e=>e?`"${e}" `:"";function $e(e,t=""){if(typeof e!="number")throw new TypeError(K(t)+"expected number, got "+typeof e);if(!Number.isSafeInteger(e)||e<0)throw new RangeError(K(t)+"expected integer >= 0, got "+e);return e}function O(e,t,o=""){if(ie(e)&&(t===void 0||e.length===t))return e;t!==void 0&&$e(t,"length");let n=ie(e),r=t!==void 0?` of length ${t}`:"",c=n?`length=${e.length}`:`type=${typeof e}`,i=K(o)+"expected Uint8Array"+r+", got "+c;throw n?new RangeError(i):new TypeError(i)}var Je=(e,t)=>{if(e===null||typeof e!="object"||Array.isArray(e))throw new TypeError((t==="object"?"":`"${t}" `)+"expected object, got type="+typeof e)},ae=(e,t)=>{Je(e,t);let o=Object.getPrototypeOf(e);if(o!==Object.prototype&&o!==null)throw new TypeError(`"${t}" expected plain object`);if(Object.hasOwn(e,"__proto__"))throw new TypeError(`"${t}.__proto__" is not allowed`)};function R(e,t=!0){if(e.destroyed)throw new Error("hash was destroyed");if(t&&e.finished)throw new Error("digest() was already called")}function ce(e,t){O(e,void 0,"output");let o=t.outputLen;if(!(e.length>=o))throw new RangeError('"output" expected length >= '+o)}function N(...e){for(let t=0;t<e.length;t++)e[t].fill(0)}function B(e){return new DataView(e.buffer,e.byteOffset,e.byteLength)}function A(e,t){return e<<32-t|e>>>t}var qe=typeof Uint8Array.from([]).toHex=="function"&&typeof Uint8Array.fromHex=="function",ze=Array.from({length:256},(e,t)=>t.toString(16).padStart(2,"0"));function ue(e){if(O(e),qe)return e.toHex();let t="";for(let o=0;o<e.length;o++)t+=ze[e[o]];return t}function fe(e){if(typeof e!="string")throw new TypeError("string expected");let t=new TextEncoder().encode(e);try{return new Uint8Array(t)}finally{N(t)}}function Ye(e,t,o="opts"){return ae(e,"defaults"),t!==void 0&&ae(t,o),Object.assign(Object.create(null),e,t)}function de(e,t={}){if(typeof e!="function")throw new TypeError('"hashCons" expected function, got type='+typeof e);t=Ye({},t,"info");let o=(r,c)=>e(c).update(r).digest(),n=e(void 0);return o.outputLen=n.outputLen,o.blockLen=n.blockLen,o.canXOF=n.canXOF,o.create=r=>e(r),Object.assign(o,t),Object.freeze(o)}var le=e=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,e])});function pe(e,t,o){return e&t^~e&o}function he(e,t,o){return e&t^e&o^t&o}var _=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(t,o,n,r){this.blockLen=t,this.outputLen=o,this.padOffset=n,this.isLE=r,this.buffer=new Uint8Array(t),this.view=B(this.buffer)}update(t){R(this),O(t);let{view:o,buffer:n,blockLen:r}=this,c=t.length,i=!1;for(let a=0;a<c;){let u=Math.min(r-this.pos,c-a);if(u===r){let g=B(t);for(;r<=c-a;a+=r)this.process(g,a);i=!0;continue}n.set(a===0&&u===c?t:t.subarray(a,a+u),this.pos),this.pos+=u,a+=u,this.pos===r&&(this.process(o,0),this.pos=0,i=!0)}return this.length+=t.length,i&&this.roundClean(),this}digestInto(t){R(this),ce(t,this),this.finished=!0;let{buffer:o,view:n,blockLen:r,isLE:c}=this,{pos:i}=this;o[i++]=128,o.fill(0,i),this.padOffset>r-i&&(this.process(n,0),o.fill(0)),se(n,r-8,this.length*8,c),this.process(n,0),this.roundClean();let a=t===o?n:B(t),u=this.outputLen,g=u/4,p=this.get();if(u%4||g>p.length)throw new Error("invalid outputLen");for(let d=0;d<g;d++)a.setUint32(4*d,p[d],c)}digest(){let{buffer:t,outputLen:o}=this;this.digestInto(t);let n=t.slice(0,o);return this.destroy(),n}_cloneIntoMeta(t){let{buffer:o,length:n,finished:r,destroyed:c,pos:i}=this;return t.destroyed=c,t.finished=r,t.length=n,t.pos=i,i&&t.buffer.set(o),t}clone(){return this._cloneInto()}},xe=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]);var Xe=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,2361852424,2428436474,2756734187,3204031479,3329325298]),k=new Uint32Array(64),W=class extends _{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(t,o){super(64,t,8,!1),this.A=o[0]|0,this.B=o[1]|0,this.C=o[2]|0,this.D=o[3]|0,this.E=o[4]|0,this.F=o[5]|0,this.G=o[6]|0,this.H=o[7]|0}get(){let{A:t,B:o,C:n,D:r,E:c,F:i,G:a,H:u}=this;return[t,o,n,r,c,i,a,u]}set(t,o,n,r,c,i,a,u){this.A=t|0,this.B=o|0,this.C=n|0,this.D=r|0,this.E=c|0,this.F=i|0,this.G=a|0,this.H=u|0}_cloneInto(t){return(t||=new this.constructor).set(...this.get()),this._cloneIntoMeta(t)}process(t,o){for(let d=0;d<16;d++,o+=4)k[d]=t.getUint32(o,!1);for(let d=16;d<64;d++){let x=k[d-15],l=k[d-2],j=A(x,7)^A(x,18)^x>>>3,y=A(l,17)^A(l,19)^l>>>10;k[d]=y+k[d-7]+j+k[d-16]|0}let{A:n,B:r,C:c,D:i,E:a,F:u,G:g,H:p}=this;for(let d=0;d<64;d++){let x=A(a,6)^A(a,11)^A(a,25),l=p+x+pe(a,u,g)+Xe[d]+k[d]|0,y=(A(n,2)^A(n,13)^A(n,22))+he(n,r,c)|0;p=g,g=u,u=a,a=i+l|0,i=c,c=r,r=n,n=l+y|0}n=n+this.A|0,r=r+this.B|0,c=c+this.C|0,i=i+this.D|0,a=a+this.E|0,u=u+this.F|0,g=g+this.G|0,p=p+this.H|0,this.set(n,r,c,i,a,u,g,p)}roundClean(){N(k)}destroy(){this.destroyed=!0,this.set(0,0,0,0,0,0,0,0),N(this.buffer)}},$=class extends W{constructor(){super(32,xe)}};var be=de(()=>new $,le(1));var Qe=["text/html","text/plain"],Ze=["collapsed","scrolled","heading_collapsed","jupyter"],Ve=e=>ue(be(fe(e)));function ge(e){let t=[];try{t=JSON.parse(e("courseCode"))}catch{}return{kernel:e("courseKernel"),cells:Array.isArray(t)?t:[]}}var et=e=>Array.isArray(e.source)?e.source.join(""):String(e.source??"");function J(e,t){let n=(e.cells??[]).filter(i=>i.cell_type==="code").map(et).filter(i=>i.trim());if(!n.length)return"text";let r=new Set(t.cells);return e.metadata?.kernelspec?.name===t.kernel&&n.every(i=>r.has(Ve(i)))?"course":"foreign"}function ye(e){return we(e,t=>({...t,metadata:{...Ae(t.metadata),editable:!1,deletable:!1},...t.outputs&&{outputs:t.outputs.flatMap(tt)}}))}function me(e){return we(e,t=>({...t,metadata:Ae(t.metadata)}))}function we(e,t){let{widgets:o,...n}=e.metadata??{};return{...e,metadata:n,cells:(e.cells??[]).map(t)}}function Ae(e={}){let t=Object.entries(e).filter(([o])=>!Ze.includes(o));return{...Object.fromEntries(t),trusted:!1}}function tt(e){let t=Object.fromEntries(Object.entries(e.data??{}).filter(([o])=>Qe.includes(o)));return"text/html"in t?[{...e,data:t,metadata:{}}]:[]}var b={showAsNotebook:"Show as notebook",showAsPage:"Show as page",page:"Course page",waking:"The questions are starting…",stopped:"The questions have stopped. Every answer that says “Saved” is safe, and the others are still on this page.",startAgain:"Start the questions again",offline:"The connection to the course is lost. Every answer that says “Saved” is safe, and the others are still on this page.",reconnect:"Connect again",reconnecting:"Connecting again…",failed:"The questions could not be started. Your saved answers are safe.",tryAgain:"Try again",foreign:"This notebook’s code is not the course’s own, so it was not started by itself. Run it only if you know who wrote it and what it does. To have the course’s own copy, open the lesson from the lessons folder or fetch the check again."};var q="course-pages-changed",ot="only-in-notebook",ke=1500,nt="import course.activities";function je({lab:e,app:t,panel:o,shipped:n,reload:r}){let{context:c,content:i}=o,{model:a,sessionContext:u}=c,g=a.fromJSON.bind(a),p=a.toJSON.bind(a),d=re(),x=Le(),l="text",j=null,y=!1,m="waking",w=null,S=0,E=null;a.fromJSON=s=>{l=J(s,n),j=s,g(l==="course"?ye(s):me(s)),o.node.classList.remove("course-unread"),performance.mark("course-read"),l==="course"?Te():U()},a.toJSON=()=>y&&j?structuredClone(j):p(),a.stateChanged.connect(Q),i.outerNode.prepend(d.node),o.toolbar.addItem("course-toggle",x.widget),Be(),Ie(),u.statusChanged.connect(Me),u.connectionStatusChanged.connect(Ue),u.kernelChanged.connect(Pe),e.notebook.NotebookActions.executed.connect(V),o.node.classList.add("course-unread");let z=()=>o.node.classList.remove("course-unread");c.ready.then(z,z),c.isReady&&a.fromJSON(p());function Le(){let s=document.createElement("button");return s.type="button",s.className="course-button course-toggle",s.addEventListener("click",()=>X()),{button:s,widget:new e.widgets.Widget({node:s})}}function Te(){Y(!0),Z()}function U(){Y(!1),S+=1,clearTimeout(E),d.say(l==="foreign"?{tone:"warning",text:b.foreign}:null)}function Y(s){y=s,o.node.classList.toggle("course-page",s),o.node.classList.toggle("course-foreign",l==="foreign"),o.node.classList.toggle("course-check",He()),x.button.hidden=l!=="course",x.button.textContent=s?b.showAsNotebook:b.showAsPage,s&&Oe(),Ne(s),document.dispatchEvent(new Event(q))}function X(){l==="course"&&(y?U():a.fromJSON(p()))}let He=()=>!!j?.cells?.some(s=>s.metadata?.nbgrader?.grade);function Oe(){for(let s of i.widgets)s.model.getMetadata("tags")?.includes?.(ot)&&s.node.classList.add("course-only-in-notebook")}function Ne(s){let f=i.node;if(i.viewportNode.removeAttribute("role"),i.viewportNode.removeAttribute("aria-label"),s)f.setAttribute("role","region"),f.setAttribute("aria-label",a.getMetadata("title")||b.page),f.lang=a.getMetadata("lang")||"";else for(let h of["role","aria-label","lang"])f.removeAttribute(h)}function Q(){y&&a.dirty&&(a.dirty=!1)}function Be(){for(let s of["keydown","mousedown","dblclick","focusin","focusout","contextmenu"])i.outerNode.addEventListener(s,f=>{!y||rt(f)||(f.stopPropagation(),st(f)&&f.preventDefault())})}function v(s){m=s,o.node.dataset.courseState=m,clearTimeout(E),s==="live"&&(performance.mark("course-live"),d.say(null)),s==="stopped"&&P(b.stopped,b.startAgain),s==="offline"&&P(b.offline,b.reconnect),s==="failed"&&P(b.failed,b.tryAgain)}function P(s,f){d.say({tone:"warning",text:s,action:f,onAction:()=>{De()}})}async function Z(){let s=++S,f=()=>s!==S||o.isDisposed||!y;v("waking"),E=setTimeout(()=>d.say({tone:"calm",text:b.waking}),ke);try{if(await u.ready,w=u.session?.kernel??null,!w)throw new Error("there is no kernel");if(await w.info,performance.mark("course-kernel"),await w.requestExecute({code:nt,silent:!0,store_history:!1,allow_stdin:!1}).done,f())return;if(J(p(),n)!=="course"||w.name!==n.kernel)return l="foreign",U();let h=i.widgets.filter(G=>G.model.type==="code"),C=_e(h),D=h.map(G=>e.cells.CodeCell.execute(G,u));await Promise.all(D),C(),Q(),f()||v("live")}catch(h){console.warn("course-lab: the questions could not be started",h),!f()&&m==="waking"&&v("failed")}}function _e(s){for(let{node:f}of s)f.style.minHeight=`${f.offsetHeight}px`;return()=>setTimeout(()=>s.forEach(({node:f})=>f.style.minHeight=""),300)}function L(s){!y||m==="failed"||m==="stopped"&&s==="offline"||(S+=1,v(s))}function Me(s,f){m!=="live"&&m!=="offline"||["restarting","autorestarting","dead","terminating"].includes(f)&&L("stopped")}function Ue(s,f){m==="live"&&f!=="connected"?(clearTimeout(E),E=setTimeout(()=>w?.connectionStatus!=="connected"&&L("offline"),ke)):m==="offline"&&f==="connected"&&w&&!w.isDisposed&&w===u.session?.kernel&&v("live")}function Pe(s,{newValue:f}){m==="live"&&f!==w&&L("stopped")}function V(s,{notebook:f,cell:h,success:C}){f!==i||!C||m!=="stopped"&&m!=="failed"||h===i.widgets.findLast(D=>D.model.type==="code")&&(w=u.session?.kernel??null,v("live"))}async function De(){let s=m;v("waking"),d.say({tone:"calm",text:s==="offline"?b.reconnecting:b.waking}),it(i.node.querySelector(".jp-Cell"));try{await Ge()}catch(f){return console.warn("course-lab: no kernel to be had without loading the page again",f),r()}await Z()}async function Ge(){let{KernelAPI:s}=e.services,f=(await s.listRunning(t.serviceManager.serverSettings)).map(C=>C.id),h=u.session?.kernel;!h||h.isDisposed||h.status==="dead"||!f.includes(h.id)?await u.changeKernel({name:n.kernel}):h.connectionStatus!=="connected"&&await h.reconnect()}function Ie(){let s=o._onSessionStatusChanged;typeof s=="function"&&(u.statusChanged.disconnect(s,o),u.statusChanged.connect((f,h)=>{!y&&!o.isDisposed&&s.call(o,f,h)}))}return{kind:()=>l,isShown:()=>y,toggle:X,lose:L,dispose(){S+=1,clearTimeout(E),e.notebook.NotebookActions.executed.disconnect(V)}}}function rt(e){if(!(e instanceof KeyboardEvent))return!1;let t=e.key.toLowerCase();return e.altKey?t!=="enter":(e.ctrlKey||e.metaKey)&&(e.shiftKey&&t==="c"||!e.shiftKey&&t==="b")}function st(e){return e instanceof KeyboardEvent&&(e.ctrlKey||e.metaKey)&&e.key.toLowerCase()==="s"}function it(e){e instanceof HTMLElement&&e.focus({preventScroll:!0})}function at(){let{classList:e}=document.body;document.addEventListener("keydown",t=>t.key==="Tab"&&e.add("course-by-keyboard"),!0),document.addEventListener("pointerdown",()=>e.remove("course-by-keyboard"),!0)}var M="course:toggle-page";function ve(e){let{PageConfig:t}=e.coreutils;if(t.getOption("coursePages")!=="true")return[];let o=ge(i=>t.getOption(i)),n=t.getBaseUrl(),r=new Map,c=()=>{oe(window.sessionStorage,n),window.location.reload()};return[{id:"course-lab:pages",description:"Shows the course's own notebooks as pages that run by themselves.",autoStart:!0,requires:[e.notebook.INotebookTracker],optional:[e.apputils.ICommandPalette,e.mainmenu.IMainMenu],activate(i,a,u,g){ne(window.sessionStorage,n),i.docRegistry.addWidgetExtension("Notebook",{createNew(x){let l=je({lab:e,app:i,panel:x,shipped:o,reload:c});r.set(x,l),x.disposed.connect(()=>{r.delete(x),l.dispose()})}});let p=()=>r.get(a.currentWidget);i.commands.addCommand(M,{label:b.showAsNotebook,isToggleable:!0,isToggled:()=>p()?.kind()==="course"&&!p()?.isShown(),isEnabled:()=>p()?.kind()==="course",execute:()=>p()?.toggle()}),u?.addItem({command:M,category:"View"}),g?.viewMenu.addGroup([{command:M}],9);let d=()=>{let x=i.shell.currentWidget;document.body.classList.toggle("course-page-in-front",!!r.get(x)?.isShown()),i.commands.notifyCommandChanged(M)};i.shell.currentChanged?.connect(d),at(),document.addEventListener(q,d)}},{id:"course-lab:connection-lost",description:"Lets the pages say that the connection is lost; where none is open, JupyterLab says it.",autoStart:!0,provides:e.application.IConnectionLost,activate:()=>async(...i)=>{let a=[...r.values()].filter(u=>u.isShown());if(!a.length)return e.application.ConnectionLost(...i);for(let u of a)u.lose("offline")}}]}var Ee="course-lab",Se={};async function ct(e){let[t]=Object.values(Se[e]??{});if(!t)throw new Error(`${Ee}: this JupyterLab does not share ${e}`);return(await t.get())()}async function ut(){let e=Object.entries(ee).map(async([n,r])=>[n,await ct(r)]),t=Object.fromEntries(await Promise.all(e)),o=document.createElement("style");return o.textContent=te,document.head.append(o),{__esModule:!0,default:ve(t)}}var Ce=window;Ce._JUPYTERLAB??={};Ce._JUPYTERLAB[Ee]={init(e){Se=e},async get(){let e=await ut();return()=>e}};})();
