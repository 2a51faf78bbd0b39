
(function () {
  'use strict';
  function all(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }
  var form = document.querySelector('.filter');
  var rows = all('#matrix tbody tr');
  var status = form.querySelector('.status');
  function apply() {
    var levels = all('input[name=l]:checked', form).map(function (box) { return box.value; });
    var chapter = form.elements.c.value;
    var only = form.elements.d.checked;
    var query = form.elements.q.value.trim().toLowerCase();
    var count = 0;
    rows.forEach(function (row) {
      var fits = levels.indexOf(row.dataset.l) >= 0 && (!chapter || row.dataset.c === chapter)
        && (!only || row.hasAttribute('data-d')) && (!query || row.textContent.toLowerCase().indexOf(query) >= 0);
      if (fits) { row.removeAttribute('data-hide'); count++; } else { row.setAttribute('data-hide', ''); }
    });
    status.textContent = count === rows.length ? count + ' requirements' : count + ' of ' + rows.length + ' requirements';
  }
  form.hidden = false;
  form.addEventListener('input', apply);
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  form.addEventListener('reset', function () { setTimeout(apply, 0); });
  var cells = all('#matrix details');
  cells.forEach(function (cell) {
    cell.addEventListener('toggle', function () {
      if (cell.open) { cells.forEach(function (other) { if (other !== cell) { other.open = false; } }); }
    });
  });
  document.addEventListener('click', function (event) {
    if (!event.target.closest('#matrix details')) { cells.forEach(function (cell) { cell.open = false; }); }
  });
  document.addEventListener('keydown', function (event) {
    var open = document.querySelector('#matrix details[open]');
    if (event.key === 'Escape' && open) { open.open = false; open.firstElementChild.focus(); }
  });
  apply();
})();
