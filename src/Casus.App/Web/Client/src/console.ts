// What scripts add to views that are whole without them. Each part looks for its mark in the page and leaves it alone where there is none.
import { brush } from "./brush.js";
import { drop, progress } from "./import.js";
import { months } from "./months.js";
import { review } from "./review.js";
import { tried } from "./tried.js";

document.querySelectorAll<HTMLElement>("figure[data-time]").forEach(brush);
document.querySelectorAll<HTMLElement>("[data-months]").forEach(months);
document.querySelectorAll<HTMLElement>("[data-review]").forEach(review);
document.querySelectorAll<HTMLFormElement>("form[data-try]").forEach(tried);
document.querySelectorAll<HTMLFormElement>("form[data-import]").forEach(drop);
document.querySelectorAll<HTMLElement>("[data-progress]").forEach(progress);

// On a small screen the views' names lie in a row that goes beyond it: where one is must be seen.
const here = document.querySelector<HTMLElement>(".top nav [aria-current]"), row = here?.closest("nav");
if (here && row) row.scrollLeft = here.offsetLeft + here.offsetWidth / 2 - row.offsetLeft - row.clientWidth / 2;

const maps = document.querySelectorAll<HTMLElement>("figure[data-map]");
if (maps.length > 0) {
    const { map } = await import("./map.js");
    maps.forEach(map);
}
