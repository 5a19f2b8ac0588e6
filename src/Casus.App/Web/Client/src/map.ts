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

/** Draws the places of the server's map on one that can be moved and enlarged, with coasts and borders and no tiles; the drawing stays for who prints or has no scripts. */
export async function map(figure: HTMLElement): Promise<void> {
    const svg = figure.querySelector("svg");
    const places = [...figure.querySelectorAll<SVGCircleElement>("circle.dot")].map(dot => ({ ...dot.dataset, says: dot.querySelector("title")?.textContent ?? "", link: dot.closest("a")?.getAttribute("href") }) as
        { lat: string; lon: string; km: string; quad: string; size: string; name: string; says: string; link?: string | null });
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
    for (const place of places) {
        const at: L.LatLngTuple = [Number(place.lat), Number(place.lon)];
        const tint = colour(`--q${place.quad}`);
        if (Number(place.km) > 0) {
            L.circle(at, { radius: Number(place.km) * 1000, color: tint, weight: 1, dashArray: "4 4", fillOpacity: 0.08, interactive: false }).addTo(view);
        }

        const mark = L.circleMarker(at, { radius: Number(place.size), color: tint, weight: 1, fillOpacity: 0.7 }).addTo(view);
        mark.bindTooltip(document.createTextNode(place.says) as unknown as HTMLElement);
        if (place.link) {
            mark.on("click", () => location.assign(place.link!));
        }
    }

    const all = L.latLngBounds(places.map(p => [Number(p.lat), Number(p.lon)] as L.LatLngTuple));
    view.fitBounds(all.pad(0.1), { maxZoom: 7 });
}
