// Generated from js/ by `npm run build`; edit there.
"use strict";(()=>{var V={application:"@jupyterlab/application",apputils:"@jupyterlab/apputils",cells:"@jupyterlab/cells",coreutils:"@jupyterlab/coreutils",mainmenu:"@jupyterlab/mainmenu",notebook:"@jupyterlab/notebook",services:"@jupyterlab/services",widgets:"@lumino/widgets"};var ee=`/* A notebook shown as a page. Colours come from JupyterLab's theme. */

.course-page {
  --course-column: 860px;
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
`;function I(){let e=globalThis;return e.courseQuiz??={number:Date.now()*1e3+Math.floor(Math.random()*1e3),views:0,pending:new Map},e.courseQuiz}var T="course-unsaved";function te(e,t){let o=[...I().pending];try{o.length?e.setItem(T,JSON.stringify({account:t,pending:o})):e.removeItem(T)}catch{}}function oe(e,t){try{let o=JSON.parse(e.getItem(T)??"null");if(e.removeItem(T),o?.account!==t)return;let n=I();for(let[r,a]of o.pending)n.pending.has(r)||n.pending.set(r,a)}catch{}}function H(e,t={},...o){let n=document.createElement(e);for(let[r,a]of Object.entries(t))typeof a=="function"?n.addEventListener(r,a):Fe(n,r,a);return n.append(...o),n}function Fe(e,t,o){o===!1||o===null||o===void 0?e.removeAttribute(t):e.setAttribute(t,o===!0?"":String(o))}function F(e,t){e.textContent!==t&&(e.textContent=t)}function ne(){let e=H("p",{class:"course-bar-text",role:"status"}),t=H("button",{type:"button",class:"course-button"}),o=H("div",{class:"course-bar",hidden:!0},e,t),n=()=>{};return t.addEventListener("click",()=>n()),{node:o,say(r){o.hidden=!r,F(e,r?.text??""),o.dataset.tone=r?.tone??"calm",t.hidden=!r?.action,F(t,r?.action??""),n=r?.onAction??(()=>{})}}}var Ke=e=>e/2**32|0,Re=e=>e>>>0;function re(e,t,o,n){let r=Ke(o),a=Re(o);e.setUint32(t,n?a:r,n),e.setUint32(t+4,n?r:a,n)}function se(e){return e instanceof Uint8Array||ArrayBuffer.isView(e)&&e.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in e&&e.BYTES_PER_ELEMENT===1}var K=e=>e?`"${e}" `:"";function We(e,t=""){if(typeof e!="number")throw new TypeError(K(t)+"expected number, got "+typeof e);if(!Number.isSafeInteger(e)||e<0)throw new RangeError(K(t)+"expected integer >= 0, got "+e);return e}function O(e,t,o=""){if(se(e)&&(t===void 0||e.length===t))return e;t!==void 0&&We(t,"length");let n=se(e),r=t!==void 0?` of length ${t}`:"",a=n?`length=${e.length}`:`type=${typeof e}`,i=K(o)+"expected Uint8Array"+r+", got "+a;throw n?new RangeError(i):new TypeError(i)}var $e=(e,t)=>{if(e===null||typeof e!="object"||Array.isArray(e))throw new TypeError((t==="object"?"":`"${t}" `)+"expected object, got type="+typeof e)},ie=(e,t)=>{$e(e,t);let o=Object.getPrototypeOf(e);if(o!==Object.prototype&&o!==null)throw new TypeError(`"${t}" expected plain object`);if(Object.hasOwn(e,"__proto__"))throw new TypeError(`"${t}.__proto__" is not allowed`)};function R(e,t=!0){if(e.destroyed)throw new Error("hash was destroyed");if(t&&e.finished)throw new Error("digest() was already called")}function ce(e,t){O(e,void 0,"output");let o=t.outputLen;if(!(e.length>=o))throw new RangeError('"output" expected length >= '+o)}function B(...e){for(let t=0;t<e.length;t++)e[t].fill(0)}function N(e){return new DataView(e.buffer,e.byteOffset,e.byteLength)}function w(e,t){return e<<32-t|e>>>t}var Je=typeof Uint8Array.from([]).toHex=="function"&&typeof Uint8Array.fromHex=="function",qe=Array.from({length:256},(e,t)=>t.toString(16).padStart(2,"0"));function ae(e){if(O(e),Je)return e.toHex();let t="";for(let o=0;o<e.length;o++)t+=qe[e[o]];return t}function ue(e){if(typeof e!="string")throw new TypeError("string expected");let t=new TextEncoder().encode(e);try{return new Uint8Array(t)}finally{B(t)}}function ze(e,t,o="opts"){return ie(e,"defaults"),t!==void 0&&ie(t,o),Object.assign(Object.create(null),e,t)}function fe(e,t={}){if(typeof e!="function")throw new TypeError('"hashCons" expected function, got type='+typeof e);t=ze({},t,"info");let o=(r,a)=>e(a).update(r).digest(),n=e(void 0);return o.outputLen=n.outputLen,o.blockLen=n.blockLen,o.canXOF=n.canXOF,o.create=r=>e(r),Object.assign(o,t),Object.freeze(o)}var de=e=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,e])});function le(e,t,o){return e&t^~e&o}function pe(e,t,o){return e&t^e&o^t&o}var M=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(t,o,n,r){this.blockLen=t,this.outputLen=o,this.padOffset=n,this.isLE=r,this.buffer=new Uint8Array(t),this.view=N(this.buffer)}update(t){R(this),O(t);let{view:o,buffer:n,blockLen:r}=this,a=t.length,i=!1;for(let c=0;c<a;){let u=Math.min(r-this.pos,a-c);if(u===r){let g=N(t);for(;r<=a-c;c+=r)this.process(g,c);i=!0;continue}n.set(c===0&&u===a?t:t.subarray(c,c+u),this.pos),this.pos+=u,c+=u,this.pos===r&&(this.process(o,0),this.pos=0,i=!0)}return this.length+=t.length,i&&this.roundClean(),this}digestInto(t){R(this),ce(t,this),this.finished=!0;let{buffer:o,view:n,blockLen:r,isLE:a}=this,{pos:i}=this;o[i++]=128,o.fill(0,i),this.padOffset>r-i&&(this.process(n,0),o.fill(0)),re(n,r-8,this.length*8,a),this.process(n,0),this.roundClean();let c=t===o?n:N(t),u=this.outputLen,g=u/4,p=this.get();if(u%4||g>p.length)throw new Error("invalid outputLen");for(let d=0;d<g;d++)c.setUint32(4*d,p[d],a)}digest(){let{buffer:t,outputLen:o}=this;this.digestInto(t);let n=t.slice(0,o);return this.destroy(),n}_cloneIntoMeta(t){let{buffer:o,length:n,finished:r,destroyed:a,pos:i}=this;return t.destroyed=a,t.finished=r,t.length=n,t.pos=i,i&&t.buffer.set(o),t}clone(){return this._cloneInto()}},he=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]);var Ye=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,2361852424,2428436474,2756734187,3204031479,3329325298]),k=new Uint32Array(64),W=class extends M{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(t,o){super(64,t,8,!1),this.A=o[0]|0,this.B=o[1]|0,this.C=o[2]|0,this.D=o[3]|0,this.E=o[4]|0,this.F=o[5]|0,this.G=o[6]|0,this.H=o[7]|0}get(){let{A:t,B:o,C:n,D:r,E:a,F:i,G:c,H:u}=this;return[t,o,n,r,a,i,c,u]}set(t,o,n,r,a,i,c,u){this.A=t|0,this.B=o|0,this.C=n|0,this.D=r|0,this.E=a|0,this.F=i|0,this.G=c|0,this.H=u|0}_cloneInto(t){return(t||=new this.constructor).set(...this.get()),this._cloneIntoMeta(t)}process(t,o){for(let d=0;d<16;d++,o+=4)k[d]=t.getUint32(o,!1);for(let d=16;d<64;d++){let x=k[d-15],l=k[d-2],j=w(x,7)^w(x,18)^x>>>3,y=w(l,17)^w(l,19)^l>>>10;k[d]=y+k[d-7]+j+k[d-16]|0}let{A:n,B:r,C:a,D:i,E:c,F:u,G:g,H:p}=this;for(let d=0;d<64;d++){let x=w(c,6)^w(c,11)^w(c,25),l=p+x+le(c,u,g)+Ye[d]+k[d]|0,y=(w(n,2)^w(n,13)^w(n,22))+pe(n,r,a)|0;p=g,g=u,u=c,c=i+l|0,i=a,a=r,r=n,n=l+y|0}n=n+this.A|0,r=r+this.B|0,a=a+this.C|0,i=i+this.D|0,c=c+this.E|0,u=u+this.F|0,g=g+this.G|0,p=p+this.H|0,this.set(n,r,a,i,c,u,g,p)}roundClean(){B(k)}destroy(){this.destroyed=!0,this.set(0,0,0,0,0,0,0,0),B(this.buffer)}},$=class extends W{constructor(){super(32,he)}};var xe=fe(()=>new $,de(1));var Xe=["text/html","text/plain"],Qe=["collapsed","scrolled","heading_collapsed","jupyter"],Ze=e=>ae(xe(ue(e)));function be(e){let t=[];try{t=JSON.parse(e("courseCode"))}catch{}return{kernel:e("courseKernel"),cells:Array.isArray(t)?t:[]}}var Ve=e=>Array.isArray(e.source)?e.source.join(""):String(e.source??"");function J(e,t){let n=(e.cells??[]).filter(i=>i.cell_type==="code").map(Ve).filter(i=>i.trim());if(!n.length)return"text";let r=new Set(t.cells);return e.metadata?.kernelspec?.name===t.kernel&&n.every(i=>r.has(Ze(i)))?"course":"foreign"}function ge(e){return me(e,t=>({...t,metadata:{...we(t.metadata),editable:!1,deletable:!1},...t.outputs&&{outputs:t.outputs.flatMap(et)}}))}function ye(e){return me(e,t=>({...t,metadata:we(t.metadata)}))}function me(e,t){let{widgets:o,...n}=e.metadata??{};return{...e,metadata:n,cells:(e.cells??[]).map(t)}}function we(e={}){let t=Object.entries(e).filter(([o])=>!Qe.includes(o));return{...Object.fromEntries(t),trusted:!1}}function et(e){let t=Object.fromEntries(Object.entries(e.data??{}).filter(([o])=>Xe.includes(o)));return"text/html"in t?[{...e,data:t,metadata:{}}]:[]}var b={showAsNotebook:"Show as notebook",showAsPage:"Show as page",page:"Course page",waking:"The questions are starting…",stopped:"The questions have stopped. Every answer that says “Saved” is safe, and the others are still on this page.",startAgain:"Start the questions again",offline:"The connection to the course is lost. Every answer that says “Saved” is safe, and the others are still on this page.",reconnect:"Connect again",reconnecting:"Connecting again…",failed:"The questions could not be started. Your saved answers are safe.",tryAgain:"Try again",foreign:"This notebook’s code is not the course’s own, so it was not started by itself. Run it only if you know who wrote it and what it does. To have the course’s own copy, open the lesson from the lessons folder or fetch the check again."};var q="course-pages-changed",tt="only-in-notebook",Ae=1500,ot="import course.activities";function ke({lab:e,app:t,panel:o,shipped:n,reload:r}){let{context:a,content:i}=o,{model:c,sessionContext:u}=a,g=c.fromJSON.bind(c),p=c.toJSON.bind(c),d=ne(),x=Ce(),l="text",j=null,y=!1,m="waking",A=null,v=0,S=null;i.notebookConfig={...i.notebookConfig,windowingMode:"none"},c.fromJSON=s=>{l=J(s,n),j=s,g(l==="course"?ge(s):ye(s)),l==="course"?Le():U()},c.toJSON=()=>y&&j?structuredClone(j):p(),c.stateChanged.connect(X),i.outerNode.prepend(d.node),o.toolbar.addItem("course-toggle",x.widget),Be(),Ge(),u.statusChanged.connect(Me),u.connectionStatusChanged.connect(_e),u.kernelChanged.connect(Ue),e.notebook.NotebookActions.executed.connect(Z),a.isReady&&c.fromJSON(p());function Ce(){let s=document.createElement("button");return s.type="button",s.className="course-button course-toggle",s.addEventListener("click",()=>Y()),{button:s,widget:new e.widgets.Widget({node:s})}}function Le(){z(!0),Q()}function U(){z(!1),v+=1,clearTimeout(S),d.say(l==="foreign"?{tone:"warning",text:b.foreign}:null)}function z(s){y=s,o.node.classList.toggle("course-page",s),o.node.classList.toggle("course-foreign",l==="foreign"),o.node.classList.toggle("course-check",Te()),x.button.hidden=l!=="course",x.button.textContent=s?b.showAsNotebook:b.showAsPage,s&&He(),Oe(s),document.dispatchEvent(new Event(q))}function Y(){l==="course"&&(y?U():c.fromJSON(p()))}let Te=()=>!!j?.cells?.some(s=>s.metadata?.nbgrader?.grade);function He(){for(let s of i.widgets)s.model.getMetadata("tags")?.includes?.(tt)&&s.node.classList.add("course-only-in-notebook")}function Oe(s){let f=i.node;if(s)f.setAttribute("role","region"),f.setAttribute("aria-label",c.getMetadata("title")||b.page),f.lang=c.getMetadata("lang")||"";else for(let h of["role","aria-label","lang"])f.removeAttribute(h)}function X(){y&&c.dirty&&(c.dirty=!1)}function Be(){for(let s of["keydown","mousedown","dblclick","focusin","focusout","contextmenu"])i.outerNode.addEventListener(s,f=>{!y||nt(f)||(f.stopPropagation(),rt(f)&&f.preventDefault())})}function E(s){m=s,o.node.dataset.courseState=m,clearTimeout(S),s==="live"&&d.say(null),s==="stopped"&&P(b.stopped,b.startAgain),s==="offline"&&P(b.offline,b.reconnect),s==="failed"&&P(b.failed,b.tryAgain)}function P(s,f){d.say({tone:"warning",text:s,action:f,onAction:()=>{Pe()}})}async function Q(){let s=++v,f=()=>s!==v||o.isDisposed||!y;E("waking"),S=setTimeout(()=>d.say({tone:"calm",text:b.waking}),Ae);try{if(await u.ready,A=u.session?.kernel??null,!A)throw new Error("there is no kernel");if(await A.requestExecute({code:ot,silent:!0,store_history:!1,allow_stdin:!1}).done,f())return;if(J(p(),n)!=="course"||A.name!==n.kernel)return l="foreign",U();let h=i.widgets.filter(G=>G.model.type==="code"),C=Ne(h),D=h.map(G=>e.cells.CodeCell.execute(G,u));await Promise.all(D),C(),X(),f()||E("live")}catch(h){console.warn("course-lab: the questions could not be started",h),!f()&&m==="waking"&&E("failed")}}function Ne(s){for(let{node:f}of s)f.style.minHeight=`${f.offsetHeight}px`;return()=>setTimeout(()=>s.forEach(({node:f})=>f.style.minHeight=""),300)}function L(s){!y||m==="failed"||m==="stopped"&&s==="offline"||(v+=1,E(s))}function Me(s,f){m!=="live"&&m!=="offline"||["restarting","autorestarting","dead","terminating"].includes(f)&&L("stopped")}function _e(s,f){m==="live"&&f!=="connected"?(clearTimeout(S),S=setTimeout(()=>A?.connectionStatus!=="connected"&&L("offline"),Ae)):m==="offline"&&f==="connected"&&A&&!A.isDisposed&&A===u.session?.kernel&&E("live")}function Ue(s,{newValue:f}){m==="live"&&f!==A&&L("stopped")}function Z(s,{notebook:f,cell:h,success:C}){f!==i||!C||m!=="stopped"&&m!=="failed"||h===i.widgets.findLast(D=>D.model.type==="code")&&(A=u.session?.kernel??null,E("live"))}async function Pe(){let s=m;E("waking"),d.say({tone:"calm",text:s==="offline"?b.reconnecting:b.waking}),st(i.node.querySelector(".jp-Cell"));try{await De()}catch(f){return console.warn("course-lab: no kernel to be had without loading the page again",f),r()}await Q()}async function De(){let{KernelAPI:s}=e.services,f=(await s.listRunning(t.serviceManager.serverSettings)).map(C=>C.id),h=u.session?.kernel;!h||h.isDisposed||h.status==="dead"||!f.includes(h.id)?await u.changeKernel({name:n.kernel}):h.connectionStatus!=="connected"&&await h.reconnect()}function Ge(){let s=o._onSessionStatusChanged;typeof s=="function"&&(u.statusChanged.disconnect(s,o),u.statusChanged.connect((f,h)=>{!y&&!o.isDisposed&&s.call(o,f,h)}))}return{kind:()=>l,isShown:()=>y,toggle:Y,lose:L,dispose(){v+=1,clearTimeout(S),e.notebook.NotebookActions.executed.disconnect(Z)}}}function nt(e){if(!(e instanceof KeyboardEvent))return!1;let t=e.key.toLowerCase();return e.altKey?t!=="enter":(e.ctrlKey||e.metaKey)&&(e.shiftKey&&t==="c"||!e.shiftKey&&t==="b")}function rt(e){return e instanceof KeyboardEvent&&(e.ctrlKey||e.metaKey)&&e.key.toLowerCase()==="s"}function st(e){e instanceof HTMLElement&&e.focus({preventScroll:!0})}function it(){let{classList:e}=document.body;document.addEventListener("keydown",t=>t.key==="Tab"&&e.add("course-by-keyboard"),!0),document.addEventListener("pointerdown",()=>e.remove("course-by-keyboard"),!0)}var _="course:toggle-page";function je(e){let{PageConfig:t}=e.coreutils;if(t.getOption("coursePages")!=="true")return[];let o=be(i=>t.getOption(i)),n=t.getBaseUrl(),r=new Map,a=()=>{te(window.sessionStorage,n),window.location.reload()};return[{id:"course-lab:pages",description:"Shows the course's own notebooks as pages that run by themselves.",autoStart:!0,requires:[e.notebook.INotebookTracker],optional:[e.apputils.ICommandPalette,e.mainmenu.IMainMenu],activate(i,c,u,g){oe(window.sessionStorage,n),i.docRegistry.addWidgetExtension("Notebook",{createNew(x){let l=ke({lab:e,app:i,panel:x,shipped:o,reload:a});r.set(x,l),x.disposed.connect(()=>{r.delete(x),l.dispose()})}});let p=()=>r.get(c.currentWidget);i.commands.addCommand(_,{label:b.showAsNotebook,isToggleable:!0,isToggled:()=>p()?.kind()==="course"&&!p()?.isShown(),isEnabled:()=>p()?.kind()==="course",execute:()=>p()?.toggle()}),u?.addItem({command:_,category:"View"}),g?.viewMenu.addGroup([{command:_}],9);let d=()=>{let x=i.shell.currentWidget;document.body.classList.toggle("course-page-in-front",!!r.get(x)?.isShown()),i.commands.notifyCommandChanged(_)};i.shell.currentChanged?.connect(d),it(),document.addEventListener(q,d)}},{id:"course-lab:connection-lost",description:"Lets the pages say that the connection is lost; where none is open, JupyterLab says it.",autoStart:!0,provides:e.application.IConnectionLost,activate:()=>async(...i)=>{let c=[...r.values()].filter(u=>u.isShown());if(!c.length)return e.application.ConnectionLost(...i);for(let u of c)u.lose("offline")}}]}var Ee="course-lab",Se={};async function ct(e){let[t]=Object.values(Se[e]??{});if(!t)throw new Error(`${Ee}: this JupyterLab does not share ${e}`);return(await t.get())()}async function at(){let e=Object.entries(V).map(async([n,r])=>[n,await ct(r)]),t=Object.fromEntries(await Promise.all(e)),o=document.createElement("style");return o.textContent=ee,document.head.append(o),{__esModule:!0,default:je(t)}}var ve=window;ve._JUPYTERLAB??={};ve._JUPYTERLAB[Ee]={init(e){Se=e},async get(){let e=await at();return()=>e}};})();
