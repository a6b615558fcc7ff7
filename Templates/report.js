(()=>{const all=(s,r=document)=>[...r.querySelectorAll(s)];
document.documentElement.classList.add('script');
const collator=new Intl.Collator('en',{numeric:true});
const value=(row,i)=>{const c=row.cells[i];return c.dataset.v??c.textContent.trim()};
all('table.sortable').forEach(table=>all('thead th',table).forEach((th,i)=>{
const button=document.createElement('button');button.type='button';button.append(...th.childNodes);th.append(button);
button.addEventListener('click',()=>{const d=th.getAttribute('aria-sort')==='ascending'?-1:1;
all('thead th',table).forEach(x=>x.removeAttribute('aria-sort'));th.setAttribute('aria-sort',d>0?'ascending':'descending');
const body=table.tBodies[0];[...body.rows].sort((a,b)=>{const x=value(a,i),y=value(b,i),n=parseFloat(x)-parseFloat(y);
return d*(isNaN(n)?collator.compare(x,y):n)}).forEach(r=>body.append(r))})}));
all('input[data-filter]').forEach(input=>input.addEventListener('input',()=>{const words=input.value.toLowerCase(),table=document.getElementById(input.dataset.filter);let n=0;
[...table.tBodies[0].rows].forEach(r=>{r.hidden=!r.textContent.toLowerCase().includes(words);n+=!r.hidden});
document.getElementById(input.dataset.filter+'-count').textContent=n+' roles'}));
const open=()=>{const t=location.hash&&document.getElementById(decodeURIComponent(location.hash.slice(1)));if(t){const d=t.closest('details');if(d)d.open=true;t.scrollIntoView()}};
addEventListener('hashchange',open);open();
addEventListener('beforeprint',()=>all('details').forEach(d=>{d.dataset.was=d.open;d.open=true}));
addEventListener('afterprint',()=>all('details').forEach(d=>{d.open=d.dataset.was==='true'}))})();
