import L from "leaflet";
import "leaflet/dist/leaflet.css";

type Borders = { steps: number; lines: number[][] };

/** The atlas's lines as [lat, lon]; what crosses the antimeridian goes on beyond it instead of back around the world. */
function unpacked({ steps, lines }: Borders): L.LatLngTuple[][] {
    return lines.map(line => {
        const points: L.LatLngTuple[] = [];
        let lon = 0, lat = 0;
        for (let i = 0; i < line.length; i += 2) {
            const step = line[i]!;
            lon += i > 0 && step > 180 * steps ? step - 360 * steps : i > 0 && step < -180 * steps ? step + 360 * steps : step;
            lat += line[i + 1]!;
            points.push([lat / steps, lon / steps]);
        }

        return points;
    });
}

type Place = { lat: string; lon: string; km: string; quad: string; size: string; name: string; says: string; link?: string | null };

function placesOf(figure: ParentNode): Place[] {
    return [...figure.querySelectorAll<SVGCircleElement>("circle.dot")].map(dot => ({ ...dot.dataset, says: dot.querySelector("title")?.textContent ?? "", link: dot.closest("a")?.getAttribute("href") }) as Place);
}

/** The degrees that an address shows of the map; null: all. */
function partOf(address: string): L.LatLngBounds | null {
    const [south, west, north, east] = (new URL(address, location.href).searchParams.get("map") ?? "").split(",").map(Number);
    return east === undefined ? null : L.latLngBounds([south!, west!], [north!, east]);
}

/** Draws the places of the server's map on one that can be moved and enlarged, with coasts and borders and no tiles; the drawing stays for who prints or has no scripts. What the server
 *  joins at one scale it parts at a larger one: the marks of the part that is looked at are taken from its own address. */
export async function map(figure: HTMLElement): Promise<void> {
    const svg = figure.querySelector("svg");
    const places = placesOf(figure);
    if (!svg || places.length === 0) {
        return;
    }

    const answer = await fetch("/assets/borders.json");
    if (!answer.ok) {
        return;
    }

    const lines = unpacked(await answer.json() as Borders);
    const box = document.createElement("div");
    box.className = "live-map";
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", svg.getAttribute("aria-label") ?? "Map");
    svg.before(box);
    svg.classList.add("printed");
    const colour = (name: string): string => getComputedStyle(figure).getPropertyValue(name).trim();
    const view = L.map(box, { preferCanvas: true, attributionControl: false, zoomSnap: 0.25, minZoom: 1, maxZoom: 11, worldCopyJump: true });
    view.zoomControl.setPosition("topright");
    L.polyline(lines, { color: colour("--soft"), weight: 0.7, opacity: 0.7, interactive: false, smoothFactor: 1 }).addTo(view);
    const marks = L.layerGroup().addTo(view);
    const draw = (shown: Place[]): void => {
        marks.clearLayers();
        box.dataset.marks = String(shown.length);
        for (const place of shown) {
            const at: L.LatLngTuple = [Number(place.lat), Number(place.lon)];
            const tint = colour(`--q${place.quad}`);
            if (Number(place.km) > 0) {
                L.circle(at, { radius: Number(place.km) * 1000, color: tint, weight: 1, dashArray: "4 4", fillOpacity: 0.08, interactive: false }).addTo(marks);
            }

            const mark = L.circleMarker(at, { radius: Number(place.size), color: tint, weight: 1, fillOpacity: 0.7 }).addTo(marks);
            mark.bindTooltip(document.createTextNode(place.says) as unknown as HTMLElement);
            const link = place.link;
            if (link) {
                const part = partOf(link);
                mark.on("click", () => part ? view.flyToBounds(part, { maxZoom: view.getMaxZoom(), duration: 0.4 }) : location.assign(link));
            }
        }
    };

    draw(places);
    const all = L.latLngBounds(places.map(p => [Number(p.lat), Number(p.lon)] as L.LatLngTuple));
    view.fitBounds(all.pad(0.1), { maxZoom: 7 });
    const parts = figure.dataset.parts;
    if (!parts || !places.some(p => p.link && partOf(p.link))) {
        return;
    }

    // Only the last look counts: an answer that comes late is of a part that nobody looks at any more.
    let look = 0;
    const whole = view.getZoom();
    view.on("moveend", async () => {
        const own = ++look;
        if (view.getZoom() <= whole) {
            draw(places);
            return;
        }

        const seen = view.getBounds();
        const edge = (value: number, most: number): string => Math.max(-most, Math.min(most, value)).toFixed(2);
        const address = new URL(parts, location.href);
        address.searchParams.set("map", [edge(seen.getSouth(), 90), edge(seen.getWest(), 180), edge(seen.getNorth(), 90), edge(seen.getEast(), 180)].join(","));
        const part = await fetch(address);
        if (part.ok && own === look) {
            const told = new DOMParser().parseFromString(await part.text(), "text/html").querySelector("figure[data-map]");
            draw(told ? placesOf(told) : []);
        }
    });
}
