/** Drag over the time line narrows the view to what was dragged over; a click on a bar stays the link that it is. */
export function brush(figure: HTMLElement): void {
    const svg = figure.querySelector("svg");
    const bars = [...figure.querySelectorAll<SVGAElement>("a[data-bin]")];
    if (!svg || bars.length < 2) {
        return;
    }

    const shade = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    shade.setAttribute("class", "brush");
    let start: number | null = null;
    let dragged = false;
    const at = (event: PointerEvent): number => (event.clientX - svg.getBoundingClientRect().left) * svg.viewBox.baseVal.width / svg.getBoundingClientRect().width;
    const under = (from: number, to: number): string[] => bars.filter(bar => {
        const box = bar.querySelector<SVGRectElement>(".hit")!;
        const left = box.x.baseVal.value;
        return left + box.width.baseVal.value > from && left < to;
    }).map(bar => bar.dataset.bin!);

    svg.addEventListener("pointerdown", event => {
        if (event.button === 0) {
            start = at(event);
            dragged = false;
        }
    });
    svg.addEventListener("pointermove", event => {
        if (start === null || Math.abs(at(event) - start) < 8) {
            return;
        }

        if (!dragged) {
            dragged = true;
            svg.setPointerCapture(event.pointerId);
            svg.append(shade);
        }

        const [from, to] = [Math.min(start, at(event)), Math.max(start, at(event))];
        shade.setAttribute("x", String(from));
        shade.setAttribute("width", String(to - from));
        shade.setAttribute("y", "0");
        shade.setAttribute("height", String(svg.viewBox.baseVal.height));
    });
    svg.addEventListener("pointerup", event => {
        if (start !== null && dragged) {
            const chosen = under(Math.min(start, at(event)), Math.max(start, at(event)));
            if (chosen.length > 0) {
                const address = new URL(location.href);
                address.searchParams.set("from", chosen[0]!);
                address.searchParams.set("to", chosen.at(-1)!);
                address.searchParams.delete("page");
                location.assign(address);
            }

            shade.remove();
        }

        start = null;
    });
    svg.addEventListener("click", event => dragged && event.preventDefault(), { capture: true });
    svg.addEventListener("dragstart", event => event.preventDefault());
}
