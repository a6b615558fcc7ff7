(()=>{const all=(s,r=document)=>[...r.querySelectorAll(s)];
document.documentElement.classList.add('script');
const collator=new Intl.Collator(document.documentElement.lang,{numeric:true});
const value=(row,i)=>{const c=row.cells[i];return c.dataset.v??c.textContent.trim()};
all('table.sortable').forEach(table=>all('thead th',table).forEach((th,i)=>{
const button=document.createElement('button');button.type='button';button.append(...th.childNodes);th.append(button);
button.addEventListener('click',()=>{const d=th.getAttribute('aria-sort')==='ascending'?-1:1;
all('thead th',table).forEach(x=>x.removeAttribute('aria-sort'));th.setAttribute('aria-sort',d>0?'ascending':'descending');
const body=table.tBodies[0];[...body.rows].sort((a,b)=>{const x=value(a,i),y=value(b,i),number=/^-?[0-9.]+$/;
return d*(number.test(x)&&number.test(y)?x-y:collator.compare(x,y))}).forEach(r=>body.append(r))})}));
all('input[data-filter]').forEach(input=>input.addEventListener('input',()=>{const words=input.value.toLowerCase(),list=document.getElementById(input.dataset.filter);let n=0;
(list.tBodies?[...list.tBodies[0].rows]:[...list.children]).forEach(r=>{r.hidden=!r.textContent.toLowerCase().includes(words);n+=!r.hidden});
document.getElementById(list.id+'-count').textContent=words?list.dataset.count.replace('#',n):''}));
const open=()=>{let id='';try{id=decodeURIComponent(location.hash.slice(1))}catch{}const t=id&&document.getElementById(id);
if(t){for(let d=t.closest('details');d;d=d.parentElement.closest('details'))d.open=true;t.scrollIntoView()}};
addEventListener('hashchange',open);open();
addEventListener('beforeprint',()=>all('details').forEach(d=>{d.dataset.was=d.open;d.open=true}));
addEventListener('afterprint',()=>all('details').forEach(d=>{d.open=d.dataset.was==='true'}))})();
